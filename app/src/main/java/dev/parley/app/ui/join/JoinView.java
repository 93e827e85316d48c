package dev.parley.app.ui.join;

import dev.parley.app.Texts;
import dev.parley.app.ui.widget.Boxes;
import dev.parley.app.ui.widget.Logo;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The way into a room: one page for each state of the [JoinModel].
public final class JoinView extends VBox {

    private final JoinModel model;
    private final Texts texts;
    private final StackPane place = new StackPane();

    /// The caller starts the model, and closes it when the view is left.
    public JoinView(JoinModel model) {
        this.model = model;
        this.texts = model.texts();
        getStyleClass().add("page");
        HBox header = Boxes.row(8, new Logo());
        header.getStyleClass().add("start-header");
        place.getStyleClass().add("join-page");
        place.setAlignment(Pos.CENTER);
        place.setMinHeight(USE_PREF_SIZE); // what is higher than the window is scrolled, from its top
        ScrollPane scroll = new ScrollPane(place);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(header, scroll);
        ChangeListener<JoinState> changed = (_, before, now) -> {
            if (!isSamePage(before, now)) {
                show(now);
            }
        };
        model.stateProperty().addListener(changed);
        show(model.stateProperty().get());
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                begin();
            }
        });
    }

    /// A password that is wrong again is said on the page that is there.
    private static boolean isSamePage(JoinState before, JoinState now) {
        return before instanceof JoinState.Password && now instanceof JoinState.Password;
    }

    private void show(JoinState state) {
        JoinCard page = switch (state) {
            case JoinState.Connecting _, JoinState.In _ -> new ConnectingPage(model, texts);
            case JoinState.Password _ -> new PasswordPage(model, texts);
            case JoinState.FirstContact(var host) -> new FirstContactPage(model, host, texts);
            case JoinState.Changed(var host) -> new ChangedPage(model, host, texts);
            case JoinState.NameTaken(var name) -> new NamePage(model, name, texts);
            case JoinState.Refused refused -> FailurePage.refused(model, refused, texts);
            case JoinState.Unreachable failed -> FailurePage.unreachable(model, failed, texts);
        };
        place.getChildren().setAll(page);
        page.setMinHeight(USE_PREF_SIZE);
        page.setMaxHeight(USE_PREF_SIZE);
        begin();
    }

    private void begin() {
        applyCss(); // until it has its looks the scroll pane holds no page, and the focus would go nowhere
        for (Node page : place.getChildren()) {
            if (page instanceof JoinCard card) {
                card.begin();
            }
        }
    }
}
