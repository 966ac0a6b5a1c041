package tendril.ui.panel;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import tendril.session.Estimate;

/** Asks once whether known noise is to be asked about all the same. Confined to the FX thread. */
public final class DoubtView extends VBox {
    private static final double WIDTH_PX = 480;
    private static final int SHOWN_MAX = 4;
    private final Button no = new Button("Do not ask");

    /**
     * The view.
     *
     * @param doubtful what would drown the case, at least one
     * @param go       asks all the same
     * @param close    closes the view
     */
    public DoubtView(List<Estimate> doubtful, Runnable go, Runnable close) {
        getStyleClass().addAll("card", "doubt");
        setPrefWidth(WIDTH_PX);
        var title = new Label(
                doubtful.size() == 1
                        ? "Known noise. Ask anyway?"
                        : doubtful.size() + " of these are known noise. Ask anyway?");
        title.setGraphic(new FontIcon("mdi2a-alert-outline"));
        title.getStyleClass().add("card-title");
        getChildren().add(title);
        doubtful.stream().limit(SHOWN_MAX).forEach(estimate -> getChildren().add(sentence(estimate.warning())));
        if (doubtful.size() > SHOWN_MAX) {
            getChildren().add(sentence("And " + (doubtful.size() - SHOWN_MAX) + " more."));
        }
        var yes = new Button("Ask anyway");
        yes.setOnAction(event -> {
            close.run();
            go.run();
        });
        no.getStyleClass().add("accent");
        no.setDefaultButton(true);
        no.setOnAction(event -> close.run());
        var row = new HBox(yes, no);
        row.setAlignment(Pos.CENTER_RIGHT);
        row.getStyleClass().add("button-row");
        getChildren().add(row);
    }

    /** Puts the focus on the harmless answer. */
    public void begin() {
        no.requestFocus();
    }

    private static Label sentence(String words) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
