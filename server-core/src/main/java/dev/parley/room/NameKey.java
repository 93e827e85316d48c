package dev.parley.room;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;

/// What two names have in common when people cannot tell them apart: case, width, accents' encoding and look-alike
/// letters of other scripts are folded (UTS #39 skeleton of the case-folded NFKC form). Equal keys: same name. A capital I is a
/// small i here, so it is not taken for an l.
///
/// @param value for comparing and storing only, never shown
public record NameKey(String value) {

    private static final SpoofChecker SKELETONS = new SpoofChecker.Builder().build(); // immutable

    public static NameKey of(UserName name) {
        return of(name.value());
    }

    public static NameKey of(RoomName name) {
        return of(name.value());
    }

    private static NameKey of(String name) {
        String folded = UCharacter.foldCase(Normalizer2.getNFKCInstance().normalize(name), true);
        return new NameKey(UCharacter.foldCase(SKELETONS.getSkeleton(folded), true));
    }
}
