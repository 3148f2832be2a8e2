package app.edgeglass.core.backup;

import java.io.IOException;

/** An archive is not whole, or not what the server made. */
final class DamagedArchive extends IOException {

    private static final long serialVersionUID = 1L;

    DamagedArchive(String what) {
        super(what);
    }
}
