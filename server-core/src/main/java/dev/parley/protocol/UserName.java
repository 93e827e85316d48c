package dev.parley.protocol;

/// Name of a person: valid by construction, 1 to 48 visible code points in NFC. `public` is reserved, because plain
/// clients address the whole room by it.
///
/// @param value the name as people see it
public record UserName(String value) {

    /// The address of everyone in the room in a plain `msg`.
    public static final String EVERYONE = "public";

    /// @throws ProtocolException with [ErrorCode#BAD_NAME]
    public UserName {
        value = Names.requireValid(value, "the name");
        if (value.equalsIgnoreCase(EVERYONE)) {
            throw new ProtocolException(ErrorCode.BAD_NAME, "\"public\" is not a name; choose another");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
