package app.edgeglass.desktop.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.sandbox.LocalWorld;
import app.edgeglass.core.settings.LocalServerSettings;
import app.edgeglass.desktop.shell.notice.Notice;
import app.edgeglass.desktop.shell.notice.Notices;
import app.edgeglass.desktop.shell.notice.Severity;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoreAlarmTest {

    private final Notices notices = new Notices(Clock.systemUTC());
    private final StoreAlarm alarm = new StoreAlarm(new NoServer(), notices);

    @Test
    void eachTroubleIsToldOnceWithWhatToDo() {
        alarm.sample();
        assertThat(notices.all()).isEmpty();

        alarm.tell(Failure.of("sandbox.disk-nearly-full", "/store", "12"));
        alarm.tell(Failure.of("sandbox.disk-nearly-full", "/store", "11"));
        alarm.tell(Failure.of("sandbox.cannot-store", "no space left on device", "0", "/store"));
        alarm.tell(Failure.of("sandbox.cannot-store", "no space left on device", "0", "/store"));

        assertThat(notices.all()).extracting(Notice::severity).containsExactly(Severity.WARNING, Severity.ERROR);
        assertThat(notices.all()).extracting(Notice::times).containsOnly(1L);
        assertThat(notices.all())
                .allSatisfy(notice -> assertThat(notice.remedy()).contains("Free some space"));
    }

    /** There is none. */
    private static final class NoServer implements LocalServerViewModel.Owner {

        @Override
        public @Nullable LocalWorld world() {
            return null;
        }

        @Override
        public void start(String sample) {}

        @Override
        public void stop() {}

        @Override
        public @Nullable Failure failure() {
            return null;
        }

        @Override
        public LocalServerSettings present() {
            return LocalServerSettings.DEFAULT;
        }

        @Override
        public void change(LocalServerSettings wanted) {}

        @Override
        public void chooseFolder(Runnable onChosen) {}
    }
}
