package dev.parley.app.ui.hosting;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.VLineTo;

/// A QR code (ISO/IEC 18004), as large as its place allows: every module has a whole number of pixels, so it is sharp.
/// Always black on white, because many cameras do not read it the other way round. FX thread.
public final class QrCode extends Region {

    /// White modules around the code that the standard asks for.
    private static final int QUIET = 4;
    private static final double LEAST_MODULE = 2;
    private static final BitMatrix NOTHING = new BitMatrix(21);

    private final Path modules = new Path();
    private BitMatrix code = NOTHING;

    public QrCode() {
        getStyleClass().add("qr-code");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        modules.setStroke(null);
        modules.setFill(Color.BLACK);
        modules.setSmooth(false);
        modules.setManaged(false);
        getChildren().add(modules);
    }

    /// @param text what it says, at most some hundred characters; nothing is drawn if it is empty
    /// @param spoken what it is, for screen readers
    public void show(String text, String spoken) {
        code = text.isEmpty() ? NOTHING : encode(text);
        setAccessibleText(spoken);
        requestLayout();
    }

    static BitMatrix encode(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(
                    EncodeHintType.CHARACTER_SET, "UTF-8",
                    EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M,
                    EncodeHintType.MARGIN, 0));
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }

    private int side() {
        return code.getWidth() + 2 * QUIET;
    }

    @Override
    protected double computeMinWidth(double height) {
        return side() * LEAST_MODULE;
    }

    @Override
    protected double computeMinHeight(double width) {
        return side() * LEAST_MODULE;
    }

    @Override
    protected void layoutChildren() {
        double module = Math.max(1, Math.floor(Math.min(getWidth(), getHeight()) / side()));
        double left = Math.floor((getWidth() - module * code.getWidth()) / 2);
        double top = Math.floor((getHeight() - module * code.getHeight()) / 2);
        modules.getElements().clear();
        for (int y = 0; y < code.getHeight(); y++) {
            int x = 0;
            while (x < code.getWidth()) {
                int end = x;
                while (end < code.getWidth() && code.get(end, y)) {
                    end++;
                }
                if (end > x) {
                    bar(left + x * module, top + y * module, (end - x) * module, module);
                }
                x = end + 1;
            }
        }
    }

    private void bar(double x, double y, double width, double height) {
        modules.getElements().addAll(new MoveTo(x, y), new HLineTo(x + width), new VLineTo(y + height), new HLineTo(x),
                new ClosePath());
    }
}
