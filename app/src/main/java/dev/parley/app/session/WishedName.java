package dev.parley.app.session;

import dev.parley.protocol.Limits;
import dev.parley.protocol.ProtocolException;
import dev.parley.protocol.UserName;
import dev.parley.protocol.VisibleText;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The name that a person wants. One that was said is taken as it is; one made from the account on this machine may be
/// changed a little when somebody else has it.
///
/// @param said by the person
/// @param account the fallback
public record WishedName(Optional<UserName> said, UserName account) {

    private static final int TRIES = 9;
    /// Leaves room for " 9".
    private static final int LONGEST = Limits.NAME_CODE_POINTS - 2;

    /// @param account user name of the operating system, whatever that looks like
    public static WishedName of(Optional<UserName> said, String account) {
        return new WishedName(said, valid(account));
    }

    /// The name without any suffix.
    public UserName first() {
        return said.orElse(account);
    }

    /// The names to try, one after the other.
    public List<UserName> candidates() {
        if (said.isPresent()) {
            return List.of(said.get());
        }
        return IntStream.rangeClosed(1, TRIES)
                .mapToObj(n -> n == 1 ? account : new UserName(account + " " + n))
                .toList();
    }

    private static UserName valid(String account) {
        String clean = VisibleText.line(account)
                .codePoints()
                .filter(c -> c != 0xFFFD && Character.getType(c) != Character.PRIVATE_USE)
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replaceAll("\\s+", " ")
                .strip();
        try {
            return new UserName(clean);
        } catch (ProtocolException e) {
            return new UserName("guest");
        }
    }
}
