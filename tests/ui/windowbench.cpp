// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowbench.h"

#include "core/engine/clock.h"
#include "core/engine/engine.h"
#include "core/gateway/clientregistry.h"
#include "core/gateway/gateway.h"
#include "core/journal/journal.h"
#include "core/ledger/ledger.h"
#include "core/library/library.h"
#include "core/secrets/encryptedfile.h"
#include "core/secrets/keyring.h"
#include "core/storage/binfolder.h"
#include "core/storage/mediastore.h"
#include "core/storage/paths.h"
#include "core/storage/store.h"
#include "core/thumbnails/thumbnails.h"
#include "core/transport/httpclient.h"
#include "providers/registry.h"
#include "providers/sketches.h"
#include "ui/compare/comparepage.h"
#include "ui/gallery/picturecollection.h"
#include "ui/gateway/gatewaystarter.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QThreadPool>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

AdapterRegistry allAdapters()
{
    AdapterRegistry registry;
    registerAdapters(registry);
    return registry;
}

} // namespace

void doubleClick(QWidget *widget)
{
    QTest::mouseClick(widget, Qt::LeftButton);
    QTest::mouseDClick(widget, Qt::LeftButton);
    QTest::mouseRelease(widget, Qt::LeftButton);
}

struct WindowBench::Back
{
    Back(WindowBench &bench)
        : store(Store::open(u":memory:"_s).value())
        , ledger(*store)
        , journal(*store)
        , clients(*store)
        , media(bench.folder.filePath(u"media"_s))
        , bin(bench.folder.filePath(u"media"_s))
        , library(*store)
        , thumbnails(media, bench.folder.filePath(u"thumbnails"_s))
        , pictures {library, thumbnails, {*store, media, bin}}
        , keyring(bench.adapters, std::make_unique<FakeSecretStore>(bench.keychain),
                  std::make_unique<EncryptedFile>(bench.folder.filePath(u"keys"_s)))
        , engine({bench.adapters, http, journal, ledger, media, keyring, clock})
        , gateway({engine, clients, journal, media, keyring, ledger, [&bench] { return bench.addresses; }})
        , starter(gateway, bench.settings(), {bench.folder.path(), bench.folder.path(), bench.folder.path()})
    {
        engine.setCatalog(bench.catalog);
        gateway.setCatalog(bench.catalog);
    }
    ~Back() { QThreadPool::globalInstance()->waitForDone(); } // thumbnails may be under way
    Clock clock;
    std::unique_ptr<Store> store;
    Ledger ledger;
    Journal journal;
    ClientRegistry clients;
    MediaStore media;
    BinFolder bin;
    Library library;
    Thumbnails thumbnails;
    PictureCollection pictures;
    Keyring keyring;
    HttpClient http;
    Engine engine;
    Gateway gateway;
    GatewayStarter starter;
};

WindowBench::WindowBench()
    : keychain(std::make_shared<FakeSecretStore::Contents>())
    , catalog(Catalog::builtIn())
    , adapters(allAdapters())
    , images(catalog)
    , theme(std::make_unique<Theme>(*qApp))
    , m_settings(std::make_unique<Settings>(folder.filePath(u"settings.ini"_s)))
    , m_back(std::make_unique<Back>(*this))
{
    QStringList providers;
    const QList<ProviderInfo> infos = adapters.providers();
    for (const ProviderInfo &info : infos) {
        providers.append(info.id);
    }
    routing = std::make_unique<RoutingFile>(folder.filePath(u"routing.json"_s), providers);
    images.routing = routing.get();
    usage.total = Money::zero();
    m_settings->set(Setting::WelcomeLeft, true); // what stands there before any picture has a test of its own
    m_budget = std::make_unique<BudgetWatch>(
        [this](const QDateTime &) { return QtFuture::makeReadyFuture(Result<QList<BudgetState>>(budgets)); },
        [this](const QDateTime &) { return QtFuture::makeReadyFuture(Result<Usage>(usage)); });
}

WindowBench::~WindowBench()
{
    close();
}

MainWindow &WindowBench::open(QSize size)
{
    close();
    const Services services {images,
                             m_back->gateway,
                             m_back->starter,
                             m_back->clients,
                             m_back->keyring,
                             books,
                             *m_settings,
                             clientKey,
                             dialogs,
                             adapters,
                             catalog,
                             clock,
                             nullptr,
                             own,
                             refresh,
                             routing.get(),
                             &marks,
                             &notifier,
                             &m_back->pictures,
                             folder.filePath(u"references"_s),
                             sketch};
    m_window = std::make_unique<MainWindow>(services, *theme, *m_budget);
    if (!size.isEmpty() && m_settings->value(Setting::WindowGeometry).toByteArray().isEmpty()) {
        m_window->resize(size);
    }
    m_window->show();
    if (!QTest::qWaitForWindowActive(m_window.get())) {
        qWarning("the window did not become active");
    }
    return *m_window;
}

void WindowBench::waitForPrices()
{
    if (!QTest::qWaitFor([this] { return m_window->compare()->isPriced(); })) {
        qWarning("the prices did not come");
    }
}

void WindowBench::generate()
{
    clock.milliseconds += 10'000;
    waitForPrices();
    m_window->compare()->generate();
    if (auto *yes = find<QPushButton>(u"startYes"_s); yes->isVisible()) {
        clock.milliseconds += 10'000;
        yes->click();
    }
}

QString WindowBench::text(const QString &label) const
{
    return find<QLabel>(label)->text();
}

void WindowBench::close()
{
    if (m_window) {
        m_window->close();
        m_window.reset();
    }
}

Keyring &WindowBench::keyring()
{
    return m_back->keyring;
}

Gateway &WindowBench::gateway()
{
    return m_back->gateway;
}

GatewayStarter &WindowBench::starter()
{
    return m_back->starter;
}

ClientRegistry &WindowBench::clients()
{
    return m_back->clients;
}

PictureCollection &WindowBench::pictures()
{
    return m_back->pictures;
}

Journal &WindowBench::journal()
{
    return m_back->journal;
}

MediaStore &WindowBench::media()
{
    return m_back->media;
}

} // namespace lightwell::test
