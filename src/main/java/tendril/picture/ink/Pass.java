package tendril.picture.ink;

/** How carefully a picture is painted. */
public enum Pass {
    /** Lines without smoothing: for motion. */
    FAST,
    /** Everything smoothed: for stillness, and for pictures that are kept. */
    SMOOTH
}
