package app.edgeglass.desktop.shell.notice;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.error.Failure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticesTest {

    private final HandClock clock = new HandClock();
    private final Notices notices = new Notices(clock);
    private final NoticesViewModel model = new NoticesViewModel(notices, clock);

    private List<String> toasts() {
        return model.toasts().stream().map(Notice::sentence).toList();
    }

    @Test
    void newestFirstWithSentenceRemedyAndTime() {
        notices.info("Connected.", "");
        clock.pass(Duration.ofSeconds(3));
        notices.failed(Failure.of("url.empty"));
        model.sample();

        assertThat(model.list()).extracting(Notice::severity).containsExactly(Severity.ERROR, Severity.INFO);
        assertThat(model.list().getFirst().remedy())
                .isEqualTo(Failure.of("url.empty").remedy());
        assertThat(model.list().getFirst().at()).isEqualTo(clock.instant());
        assertThat(model.list().getFirst().details())
                .as("no bug, nothing to report")
                .isEmpty();
    }

    @Test
    void aStormOfOneComplaintIsOneRow() throws Exception {
        notices.info("Something else.", "");
        var threads = new Thread[5];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = Thread.ofVirtual().start(() -> {
                for (int j = 0; j < 5_000; j++) {
                    notices.warning("The server refused a permission.", "");
                }
            });
        }
        for (Thread thread : threads) {
            thread.join();
        }
        model.sample();

        assertThat(model.list()).hasSize(2);
        assertThat(model.list().getFirst().times()).isEqualTo(25_000);
        assertThat(toasts()).containsExactly("Something else.", "The server refused a permission.");
    }

    @Test
    void keepsTheLastAndSaysHowManyHadToGo() {
        for (int i = 0; i < Notices.CAPACITY + 7; i++) {
            notices.info("Number " + i, "");
        }
        model.sample();

        assertThat(model.list()).hasSize(Notices.CAPACITY);
        assertThat(model.list().getLast().sentence()).isEqualTo("Number 7");
        assertThat(model.forgottenProperty().get()).isEqualTo(7);
    }

    @Test
    void cutsWhatNobodyCouldRead() {
        notices.info("x".repeat(1_000_000), "y".repeat(1_000_000));
        model.sample();

        assertThat(model.list().getFirst().sentence()).hasSizeLessThan(2_100).endsWith("…");
        assertThat(model.list().getFirst().remedy()).hasSizeLessThan(2_100);
    }

    @Test
    void countsWhatIsUnreadUntilTheListIsOpened() {
        notices.info("One", "");
        notices.info("Two", "");
        notices.info("Two", "");
        model.sample();
        assertThat(model.unreadProperty().get()).isEqualTo(2);

        model.setListOpen(true);
        assertThat(model.unreadProperty().get()).isZero();
        notices.info("Three", "");
        model.sample();
        assertThat(model.unreadProperty().get())
                .as("it is before the reader's eyes")
                .isZero();
        assertThat(toasts()).as("nothing covers the list").isEmpty();

        model.setListOpen(false);
        notices.info("Two", "");
        model.sample();
        assertThat(model.unreadProperty().get()).as("said again since").isEqualTo(1);
    }

    @Test
    void whatTheWindowShowsElsewhereStandsInTheListOnly() {
        notices.addQuietly(Severity.WARNING, "The connection was lost.", "", clock.instant(), 1);
        model.sample();
        assertThat(toasts()).isEmpty();
        assertThat(model.list()).hasSize(1);
        assertThat(model.unreadProperty().get()).isEqualTo(1);
    }

    @Test
    void toastsGoByThemselvesErrorsLast() {
        notices.info("Note", "");
        notices.failed(Failure.of("url.empty"));
        model.sample();
        assertThat(toasts()).hasSize(2);

        clock.pass(Duration.ofSeconds(6));
        model.sample();
        assertThat(toasts()).hasSize(1);
        clock.pass(Duration.ofSeconds(7));
        model.setToastsHeld(true);
        model.sample();
        assertThat(toasts()).as("the pointer is on it").hasSize(1);
        model.setToastsHeld(false);
        model.sample();
        assertThat(toasts()).isEmpty();
        assertThat(model.list()).as("still to be read").hasSize(2);
    }

    @Test
    void aDismissedToastDoesNotComeBackWithTheNextOfAStorm() {
        notices.warning("Again", "");
        model.sample();
        model.dismiss(model.toasts().getFirst());
        for (int i = 0; i < 30; i++) {
            clock.pass(Duration.ofSeconds(1));
            notices.warning("Again", "");
            model.sample();
            assertThat(toasts()).isEmpty();
        }
        clock.pass(NoticesViewModel.QUIET);
        notices.warning("Again", "");
        model.sample();
        assertThat(toasts()).containsExactly("Again");
    }

    @Test
    void onlyThreeStandOverTheWindowTheNewest() {
        for (int i = 1; i <= 5; i++) {
            notices.info("Number " + i, "");
        }
        model.sample();

        assertThat(toasts()).containsExactly("Number 3", "Number 4", "Number 5");
    }

    @Test
    void aBugCarriesItsDetailsWithoutTheSecretsOfUrls() {
        var bug = new IllegalStateException("no answer of nats://admin:s3cret@plant:4222, nats://token@x");
        new ErrorHandler(notices).accept(Failure.because(bug, "unexpected", "IllegalStateException"));
        model.sample();

        Notice notice = model.list().getFirst();
        assertThat(notice.sentence()).doesNotContain("s3cret");
        assertThat(notice.details())
                .contains("IllegalStateException", "nats://***@plant:4222", "nats://***@x", "at app.edgeglass")
                .doesNotContain("s3cret", "admin", "token@");
        assertThat(NoticeText.whole(notice, clock)).contains(notice.remedy(), notice.details());
    }

    @Test
    void clearingForgetsEverything() {
        notices.info("One", "");
        model.sample();
        model.clear();

        assertThat(model.list()).isEmpty();
        assertThat(toasts()).isEmpty();
        assertThat(model.unreadProperty().get()).isZero();
    }

    private static final class HandClock extends Clock {
        private Instant now = Instant.parse("2026-11-22T12:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
