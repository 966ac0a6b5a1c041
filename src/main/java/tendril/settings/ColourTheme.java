package tendril.settings;

/** The colours of the window and of the picture in it. */
public enum ColourTheme {
    DARK,
    LIGHT;

    /** The other one. */
    public ColourTheme other() {
        return this == DARK ? LIGHT : DARK;
    }
}
