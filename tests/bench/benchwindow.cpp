// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchwindow.h"

#include "app/composition.h"
#include "ui/budgets/ledgerbooks.h"
#include "ui/budgetwatch.h"
#include "ui/engineimageservice.h"
#include "ui/gallery/picturecollection.h"
#include "ui/gateway/gatewaystarter.h"
#include "ui/gateway/storedclientkey.h"
#include "ui/librarymarks.h"
#include "ui/mainwindow.h"
#include "ui/nativedialogs.h"
#include "ui/widgets/theme.h"

#include <QApplication>

namespace lightwell::bench {

struct BenchWindow::Parts
{
    explicit Parts(std::unique_ptr<Composition> composition)
        : app(std::move(composition))
    {
        theme.setChoice(Theme::Choice::Light);
        QObject::connect(&app->engine(), &Engine::generationChanged, &budget, &BudgetWatch::refresh);
    }

    std::unique_ptr<Composition> app;
    Theme theme {*qApp};
    EngineImageService images {app->engine(), app->journal()};
    LedgerBooks books {app->ledger(), app->ledgerReader(), app->journal(), app->clients(), images, {}};
    StoredClientKey clientKey {app->paths(), app->clients()};
    GatewayStarter starter {app->gateway(), app->settings(), app->paths()};
    LibraryMarks marks {app->library()};
    NativeDialogs dialogs;
    PictureCollection pictures {app->library(), app->thumbnails(), app->picturePlaces()};
    BudgetWatch budget {[this](const QDateTime &now) { return app->ledger().budgets(now); },
                        [this](const QDateTime &since) { return app->ledger().usage(since); }};
    const Services services {images,          app->gateway(),
                             starter,         app->clients(),
                             app->keyring(),  books,
                             app->settings(), clientKey,
                             dialogs,         app->adapters(),
                             app->catalog(),  SteadyClock::system(),
                             nullptr,         {app->paths().userCatalogFile(), app->ownModels(), app->ownEndpoints()},
                             nullptr,         &app->routing(),
                             &marks,          nullptr,
                             &pictures,       app->paths().referencesFolder()};
    std::unique_ptr<MainWindow> window; ///< the first to go
};

BenchWindow::BenchWindow() = default;
BenchWindow::~BenchWindow() = default;

Result<std::unique_ptr<BenchWindow>> BenchWindow::open()
{
    Result<std::unique_ptr<Composition>> app = Composition::create(Paths::standard());
    if (!app) {
        return app.error();
    }
    std::unique_ptr<BenchWindow> made(new BenchWindow);
    made->m_parts = std::make_unique<Parts>(std::move(app).value());
    Parts &parts = *made->m_parts;
    parts.app->settings().set(Setting::WelcomeLeft, true); // its small pictures are not what is measured
    parts.window = std::make_unique<MainWindow>(parts.services, parts.theme, parts.budget);
    parts.app->takeUpWork();
    return made;
}

MainWindow &BenchWindow::window()
{
    return *m_parts->window;
}

Settings &BenchWindow::settings()
{
    return m_parts->app->settings();
}

} // namespace lightwell::bench
