package app.edgeglass.desktop.sandbox;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.sandbox.LocalWorld;
import app.edgeglass.desktop.shell.notice.Notices;
import app.edgeglass.desktop.shell.notice.Severity;
import org.jspecify.annotations.Nullable;

/** Tells, wherever the person looks, that the local server's disk fills; each trouble of a server once. */
public final class StoreAlarm {

    private final LocalServerViewModel.Owner owner;
    private final Notices notices;
    private @Nullable LocalWorld of;
    private String told = "";

    public StoreAlarm(LocalServerViewModel.Owner owner, Notices notices) {
        this.owner = owner;
        this.notices = notices;
    }

    /** To be called again and again. */
    public void sample() {
        LocalWorld world = owner.world();
        if (world == null) {
            return;
        }
        if (!world.equals(of)) {
            of = world;
            told = "";
        }
        world.server().storeTrouble().ifPresent(this::tell);
    }

    void tell(Failure trouble) {
        if (!trouble.key().equals(told)) {
            told = trouble.key();
            Severity severity = told.equals("sandbox.disk-nearly-full") ? Severity.WARNING : Severity.ERROR;
            notices.add(severity, trouble.sentence(), trouble.remedy());
        }
    }
}
