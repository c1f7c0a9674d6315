// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition.h"
#include "app/englishlocale.h"
#include "app/window/livecatalogrefresh.h"
#include "app/window/localenginefinder.h"
#include "app/window/onewindow.h"
#include "app/window/startupprobe.h"
#include "core/model/displaytext.h"
#include "core/secrets/hardening.h"
#include "core/wording/wording.h"
#include "providers/sketches.h"
#include "ui/budgets/ledgerbooks.h"
#include "ui/budgetwatch.h"
#include "ui/engineimageservice.h"
#include "ui/gallery/picturecollection.h"
#include "ui/gateway/gatewaystarter.h"
#include "ui/gateway/storedclientkey.h"
#include "ui/librarymarks.h"
#include "ui/mainwindow.h"
#include "ui/nativedialogs.h"
#include "ui/screenshot.h"
#include "ui/systemnotifier.h"
#include "ui/widgets/messagebox.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QTranslator>

#include <cstdio>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

struct Arguments
{
    QString screenshots;
    bool probe = false;
};

Arguments readArguments(const QApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QApplication::translate("main", "Image models side by side, and a local gateway to them."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption screenshots(
        u"screenshot"_s, QApplication::translate("main", "Save pictures of the pages, light and dark, and quit."),
        u"DIR"_s);
    const QCommandLineOption probe(
        u"startup-probe"_s,
        QApplication::translate("main", "Print how long the start took until the window can be used, and quit."));
    parser.addOptions({screenshots, probe});
    parser.process(application);
    return {parser.value(screenshots), parser.isSet(probe)};
}

/// Whether this start ends here, because the home has its window. Pictures of the pages and the probe end by
/// themselves.
bool isLeftToTheFirst(const OneWindow &window, const Arguments &arguments)
{
    if (window.isFirst() || !arguments.screenshots.isEmpty() || arguments.probe) {
        return false;
    }
    if (!window.callFirst()) {
        openProblem(QApplication::translate("main", "Lightwell runs already"),
                    QApplication::translate("main",
                                            "A window of Lightwell works in this folder and does not answer. Use that "
                                            "one, or end it first. Another LIGHTWELL_HOME has a window of its own."));
        QApplication::exec(); // until it is closed
    }
    return true;
}

void bringToFront(QWidget &window)
{
    if (window.isMinimized()) {
        window.showNormal();
    }
    window.show();
    window.raise();
    window.activateWindow();
}

void startGatewayIfWanted(Composition &app, GatewayStarter &starter)
{
    if (!app.settings().toBool(Setting::GatewayEnabled) || app.isReadOnly()) {
        return;
    }
    starter.start();
}

} // namespace

int main(int argc, char **argv)
{
    const StartupProbe probe;
    disableCoreDumps();
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"lightwell"_s);
    QApplication::setApplicationDisplayName(u"Lightwell"_s);
    QApplication::setApplicationVersion(QStringLiteral(LIGHTWELL_VERSION));
    QApplication::setDesktopFileName(u"lightwell"_s);
    QTranslator translator;
    const bool isTranslated = translator.load(QLocale(), u"lightwell"_s, u"_"_s, u":/i18n"_s);
    if (isTranslated) {
        QApplication::installTranslator(&translator);
    }
    if (!isTranslated) {
        speakEnglish();
    }
    const Arguments arguments = readArguments(application);

    Theme theme(application);
    Result<std::unique_ptr<Composition>> opened = Composition::create(Paths::standard(), StorageNeed::WriteIfPossible);
    if (!opened) {
        openProblem(QApplication::translate("main", "Lightwell cannot start"), wording::sentence(opened.error()));
        QApplication::exec(); // until it is closed
        return 1;
    }
    Composition &app = *opened.value();
    const OneWindow oneWindow(app.paths().data);
    if (isLeftToTheFirst(oneWindow, arguments)) {
        return 0;
    }
    theme.setChoice(Theme::choiceFromName(app.settings().toString(Setting::Theme)));

    EngineImageService images(app.engine(), app.journal());
    LedgerBooks books(app.ledger(), app.ledgerReader(), app.journal(), app.clients(), images,
                      qEnvironmentVariable("USER"));
    StoredClientKey clientKey(app.paths(), app.clients());
    GatewayStarter starter(app.gateway(), app.settings(), app.paths());
    LibraryMarks marks(app.library());
    SystemNotifier notifier;
    NativeDialogs dialogs;
    LocalEngineFinder engines(app);
    LiveCatalogRefresh refresh(app);
    PictureCollection pictures {app.library(), app.thumbnails(), app.picturePlaces()};
    BudgetWatch budget([&app](const QDateTime &now) { return app.ledger().budgets(now); },
                       [&app](const QDateTime &since) { return app.ledger().usage(since); });
    QObject::connect(&app.engine(), &Engine::generationChanged, &budget, &BudgetWatch::refresh);
    const Services services {images,         app.gateway(),
                             starter,        app.clients(),
                             app.keyring(),  books,
                             app.settings(), clientKey,
                             dialogs,        app.adapters(),
                             app.catalog(),  SteadyClock::system(),
                             &engines,       {app.paths().userCatalogFile(), app.ownModels(), app.ownEndpoints()},
                             &refresh,       &app.routing(),
                             &marks,         &notifier,
                             &pictures,      app.paths().referencesFolder(),
                             sketch};
    MainWindow window(services, theme, budget);
    QObject::connect(&oneWindow, &OneWindow::called, &window, [&window] { bringToFront(window); });
    window.setNotices(app.warnings());
    QObject::connect(&app.keyring(), &Keyring::warned, &window,
                     [&window, notices = app.warnings()](const Reason &says) mutable {
                         const QString message = wording::sentence(says);
                         notices.removeAll(message);
                         notices.append(message);
                         window.setNotices(notices);
                     });
    app.takeUpWork();
    startGatewayIfWanted(app, starter);
    window.show();
    app.readAuthoritiesAhead();

    std::unique_ptr<Screenshot> screenshot;
    if (!arguments.screenshots.isEmpty()) {
        screenshot = std::make_unique<Screenshot>(window, theme, arguments.screenshots);
        QObject::connect(screenshot.get(), &Screenshot::finished, &application, [](bool ok, const QString &message) {
            std::fprintf(ok ? stdout : stderr, "%s\n", qPrintable(displayText(message, LineBreaks::Kept)));
            QApplication::exit(ok ? 0 : 1);
        });
        screenshot->start();
    }
    if (arguments.probe) {
        probe.reportWhenUsable(window);
    }
    return QApplication::exec();
}
