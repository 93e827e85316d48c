import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

public class Crash_3514e732686f5c21cc6324eaf94c4f4bea0ae16e {
    static final String base64Bytes = String.join("", "cGFybGV5Oi8vZmU4MDo6MSUyNWV0aDBdOjc0MjAvQ3Jldw==");

    public static void main(String[] args) throws Throwable {
        Crash_3514e732686f5c21cc6324eaf94c4f4bea0ae16e.class.getClassLoader().setDefaultAssertionStatus(true);
        try {
            Method fuzzerInitialize = dev.parley.app.session.InviteFuzz.class.getMethod("fuzzerInitialize");
            fuzzerInitialize.invoke(null);
        } catch (NoSuchMethodException ignored) {
            try {
                Method fuzzerInitialize = dev.parley.app.session.InviteFuzz.class.getMethod("fuzzerInitialize", String[].class);
                fuzzerInitialize.invoke(null, (Object) args);
            } catch (NoSuchMethodException ignored1) {
            } catch (IllegalAccessException | InvocationTargetException e) {
                e.printStackTrace();
                System.exit(1);
            }
        } catch (IllegalAccessException | InvocationTargetException e) {
            e.printStackTrace();
            System.exit(1);
        }
        byte[] input = java.util.Base64.getDecoder().decode(base64Bytes);
        dev.parley.app.session.InviteFuzz.fuzzerTestOneInput(input);
    }
}