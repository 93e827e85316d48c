package dev.parley.app.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import dev.parley.discovery.AnnouncedRoom;
import dev.parley.protocol.RoomName;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddressModelTest {

    private static final String INVITE = "parley://127.0.0.1:7420/Crew#" + HandLookout.BEN;

    @TempDir
    Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init") // made before each test
    private Rig rig;

    @SuppressWarnings("NullAway.Init") // made before each test
    private AddressModel address;

    @BeforeEach
    void open() {
        rig = new Rig(folder, "Ana");
        address = rig.model.address();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private void go(String text) {
        address.typedProperty().set(text);
        address.go();
    }

    @Test
    void aLinkLeadsToTheRoom() {
        address.show("");
        go("  " + INVITE + "\n");
        assertThat(rig.navigator.calls).containsExactly("join Crew");
        assertThat(address.openProperty().get()).isFalse();
    }

    @Test
    void aCopiedInviteIsOfferedAndNothingElse() {
        address.show("my bank password");
        assertThat(address.offeredProperty().get()).isEmpty();
        address.show(INVITE);
        assertThat(address.offeredProperty().get()).isPresent();
        assertThat(rig.navigator.calls).isEmpty();
        address.useOffered();
        assertThat(rig.navigator.calls).containsExactly("join Crew");
    }

    @Test
    void anAddressListsTheRoomsOfTheHost() {
        rig.lookout.answers("Ben", HandLookout.BEN, new AnnouncedRoom(new RoomName("Crew"), true, 3));
        address.show("");
        go("127.0.0.1");
        assertThat(address.found()).extracting(r -> r.room().value()).containsExactly("Crew");
        address.join(address.found().getFirst());
        assertThat(rig.navigator.calls).containsExactly("join Crew");
    }

    @Test
    void whatGoesWrongIsSaidInPlace() {
        address.show("");
        go("");
        assertThat(address.problemProperty().get()).isNotEmpty();
        go("not an address");
        assertThat(address.problemProperty().get()).contains("is not an address");
        go("parley://127.0.0.1:7420/");
        assertThat(address.problemProperty().get()).contains("names no room");
        go("127.0.0.1");
        assertThat(address.problemProperty().get()).contains("Nobody answers at 127.0.0.1:7420");
        address.typedProperty().set("1");
        assertThat(address.problemProperty().get()).isEmpty();
    }

    private Path qr(String text) throws WriterException, IOException {
        BitMatrix matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 300, 300);
        BufferedImage image = new BufferedImage(300, 300, BufferedImage.TYPE_INT_ARGB); // white is transparent
        for (int x = 0; x < 300; x++) {
            for (int y = 0; y < 300; y++) {
                image.setRGB(x, y, matrix.get(x, y) ? 0xFF000000 : 0);
            }
        }
        Path file = folder.resolve("qr.png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    @Test
    void aPictureOfAnInviteLeadsToTheRoom() throws Exception {
        address.picture(qr(INVITE));
        assertThat(rig.navigator.calls).containsExactly("join Crew");
    }

    @Test
    void otherPicturesAreToldApart() throws Exception {
        address.picture(qr("https://example.org"));
        assertThat(address.problemProperty().get()).contains("not an invite");
        Path text = Files.writeString(folder.resolve("words.png"), "not a picture");
        address.picture(text);
        assertThat(address.problemProperty().get()).contains("no QR code");
    }

    @Test
    void aPictureThatUnpacksToGigabytesIsNotUnpacked() throws IOException {
        ByteBuffer png = ByteBuffer.allocate(64).putInt(0x89504E47).putInt(0x0D0A1A0A).putInt(13).putInt(0x49484452)
                .putInt(60_000).putInt(60_000);
        Path bomb = Files.write(folder.resolve("bomb.png"), png.array());
        assertThat(PictureSize.isReasonable(bomb)).isFalse();
    }
}
