package app.edgeglass.desktop;

import app.edgeglass.core.error.Failure;
import app.edgeglass.desktop.connection.ConnectionViewModel;
import app.edgeglass.desktop.connection.SecretKeeper;
import app.edgeglass.desktop.connection.StartView;
import java.util.List;
import javafx.beans.value.ObservableValue;

/** What a session's start page offers of the connections that are kept. */
interface StartOffers {

    /** The ones to offer, the last used first. */
    ObservableValue<List<StartView.Known>> known();

    /** Shows all of them. */
    void showAll();

    /** Keeps what was typed as a connection. */
    void keep(String urls);

    /** Keeps secrets that are typed there. */
    SecretKeeper secrets();

    /** What can be done about a connection that did not come about. */
    List<StartView.Remedy> remedies(ConnectionViewModel connection, Failure failure);
}
