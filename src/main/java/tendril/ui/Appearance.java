package tendril.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import tendril.picture.ink.Typeface;
import tendril.settings.ColourTheme;

/** The look of every window: font, base theme, our colours, our style sheets. Confined to the FX thread. */
public final class Appearance {
    private static final double FONT_SIZE_PX = 13;

    private Appearance() {}

    /** Loads the fonts; once, before the first window. */
    public static void loadFonts() {
        for (String weight : List.of("Regular", "Bold")) {
            try (InputStream font = Typeface.file(weight)) {
                Font.loadFont(font, FONT_SIZE_PX);
            } catch (IOException unreadable) {
                // The system's own font stands in.
                System.getLogger(Appearance.class.getName())
                        .log(System.Logger.Level.WARNING, "The font Inter could not be loaded.", unreadable);
            }
        }
    }

    /** Gives a window the colours of a theme. */
    public static void apply(Scene scene, ColourTheme theme) {
        Application.setUserAgentStylesheet(
                switch (theme) {
                    case DARK -> new PrimerDark().getUserAgentStylesheet();
                    case LIGHT -> new PrimerLight().getUserAgentStylesheet();
                });
        String palette = switch (theme) {
            case DARK -> "palette-dark.css";
            case LIGHT -> "palette-light.css";
        };
        scene.getStylesheets().setAll(sheet(palette), sheet("tendril.css"), sheet("tray.css"), sheet("queue.css"));
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Appearance.class.getResource(name), name).toExternalForm();
    }
}
