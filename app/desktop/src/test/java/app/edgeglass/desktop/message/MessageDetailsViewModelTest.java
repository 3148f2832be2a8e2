package app.edgeglass.desktop.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.message.Header;
import app.edgeglass.core.message.LoggedMessage;
import app.edgeglass.core.task.InPlaceRunner;
import app.edgeglass.desktop.message.MessageDetailsViewModel.Tab;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MessageDetailsViewModelTest {

    private static final Instant AT = Instant.parse("2026-11-22T13:00:00Z");

    private Instant now = AT.plusSeconds(12);
    private final MessageDetailsViewModel model = new MessageDetailsViewModel(new InPlaceRunner(), () -> now);

    @Test
    void showsTheMessageAndItsAge() {
        model.show(shown(2, "{\"a\":1}", null));
        assertThat(model.ageProperty().get()).isEqualTo("12 s ago");
        assertThat(model.headers()).containsExactly(new Header("A", "1"), new Header("a", "2"));
        assertThat(Objects.requireNonNull(model.payload().shownProperty().get())
                        .page()
                        .lines()
                        .count())
                .isEqualTo(3);
        now = AT.plusSeconds(3_600);
        model.sample();
        assertThat(model.ageProperty().get()).isEqualTo("1 h ago");
        model.show(null);
        assertThat(model.ageProperty().get()).isEmpty();
        assertThat(model.headers()).isEmpty();
        assertThat(model.payload().shownProperty().get()).isNull();
    }

    @Test
    void comparesWithTheMessageBeforeWhenTheTabIsOpen() {
        var asked = new ArrayList<Long>();
        var message = message(1_234, AT, "2");
        model.show(ShownMessage.of(message, () -> {
            asked.add(message.number());
            return Optional.of(message(1_233, AT.minusMillis(2_500), "1"));
        }));
        assertThat(asked).as("nobody looks").isEmpty();
        model.tabProperty().set(Tab.DIFF);
        assertThat(asked).containsExactly(1_234L);
        var diff = Objects.requireNonNull(model.diff().shownProperty().get());
        assertThat(Objects.requireNonNull(diff.older()).name()).isEqualTo("#1,233, 3 s earlier");
        assertThat(Objects.requireNonNull(diff.diff()).summary()).isEqualTo("1 value changed");
    }

    @Test
    void comparesWithAnyOtherMessage() {
        model.show(shown(9, "{\"a\":1}", null));
        model.compareWith(message(3, AT.minusMillis(40), "{\"a\":1,\"b\":2}"));
        assertThat(model.tabProperty().get()).isEqualTo(Tab.DIFF);
        var diff = Objects.requireNonNull(model.diff().shownProperty().get());
        assertThat(Objects.requireNonNull(diff.older()).name()).isEqualTo("#3, 40.0 ms earlier");
        assertThat(Objects.requireNonNull(diff.diff()).summary()).isEqualTo("1 value removed");
    }

    @Test
    void saysThatTheFirstMessageHasNothingBeforeIt() {
        model.tabProperty().set(Tab.DIFF);
        model.show(shown(1, "1", null));
        assertThat(Objects.requireNonNull(model.diff().shownProperty().get()).diff())
                .isNull();
    }

    @Test
    void givesTheCommandLineOfTheWholeMessage() {
        var commands = new ArrayList<String>();
        var failures = new ArrayList<Failure>();
        var whole = message(5, AT, "hello world");
        var part = new LoggedMessage(5, AT, "s", null, List.of(), "hello".getBytes(UTF_8));
        model.show(new ShownMessage(part, 11, () -> Optional.of(whole), Optional::empty));
        model.natsCommand(commands::add, failures::add);
        assertThat(commands).containsExactly("nats pub -H A:1 -H a:2 s 'hello world'");
        model.show(new ShownMessage(part, 11, Optional::empty, Optional::empty));
        model.natsCommand(commands::add, failures::add);
        assertThat(failures)
                .singleElement()
                .satisfies(failure -> assertThat(failure.key()).isEqualTo("payload.gone"));
    }

    private static ShownMessage shown(long number, String payload, @Nullable LoggedMessage previous) {
        return ShownMessage.of(message(number, AT, payload), () -> Optional.ofNullable(previous));
    }

    private static LoggedMessage message(long number, Instant at, String payload) {
        return new LoggedMessage(
                number, at, "s", null, List.of(new Header("A", "1"), new Header("a", "2")), payload.getBytes(UTF_8));
    }
}
