// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapterregistry.h"
#include "core/catalog/catalog.h"
#include "core/routing/routingfile.h"
#include "core/storage/settings.h"
#include "tests/ui/fakebooks.h"
#include "tests/ui/fakedialogs.h"
#include "tests/ui/fakeimageservice.h"
#include "tests/ui/fakemarks.h"
#include "tests/ui/fakenotifier.h"
#include "tests/ui/fakesecretstore.h"
#include "ui/budgetwatch.h"
#include "ui/mainwindow.h"
#include "ui/widgets/theme.h"

#include <QHostAddress>
#include <QTemporaryDir>

namespace lightwell {
class ClientRegistry;
class Gateway;
class GatewayStarter;
class Journal;
class Keyring;
class Ledger;
class Library;
class MediaStore;
class Store;
struct PictureCollection;
}

namespace lightwell::test {

/// Stands still until it is moved.
class FakeSteadyClock : public SteadyClock
{
public:
    [[nodiscard]] qint64 now() const override { return milliseconds; }
    qint64 milliseconds = 1'000'000;
};

/// All that a double-click sends, which QTest::mouseDClick() does not.
void doubleClick(QWidget *widget);

/// Everything the window stands on, with what is outside of it replaced: no network, no keychain, no dialogs.
class WindowBench
{
public:
    WindowBench();
    ~WindowBench();

    /// Opens the window anew, as after a start of the program. The settings stay.
    /// An empty size: the one it takes by itself.
    MainWindow &open(QSize size = QSize(1280, 800));
    void close();
    void waitForPrices();
    /// Starts what the form says, as by the button, once its prices are there; a question is answered with yes.
    void generate();
    [[nodiscard]] MainWindow &window() { return *m_window; }
    template<typename W>
    [[nodiscard]] W *find(const QString &objectName) const
    {
        return m_window->findChild<W *>(objectName);
    }
    [[nodiscard]] QString text(const QString &label) const; ///< by its object name

    QTemporaryDir folder;
    std::shared_ptr<FakeSecretStore::Contents> keychain;
    Catalog catalog;
    AdapterRegistry adapters;
    FakeImageService images;
    FakeBooks books;
    FakeDialogs dialogs;
    FakeClientKey clientKey;
    FakeMarks marks;
    FakeNotifier notifier;
    QList<BudgetState> budgets;
    Usage usage;
    QList<QHostAddress> addresses {QHostAddress(QHostAddress::LocalHost)}; ///< of the computer
    std::unique_ptr<Theme> theme;
    FakeSteadyClock clock;
    OwnCatalog own;
    CatalogRefresh *refresh = nullptr;
    std::unique_ptr<RoutingFile> routing; ///< routing.json in the folder; the images are planned by it

private:
    struct Back;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Back> m_back;
    std::unique_ptr<BudgetWatch> m_budget;
    std::unique_ptr<MainWindow> m_window;

public:
    [[nodiscard]] Settings &settings() { return *m_settings; }
    [[nodiscard]] Keyring &keyring();
    [[nodiscard]] Gateway &gateway();
    [[nodiscard]] GatewayStarter &starter(); ///< its certificate lies in the folder
    [[nodiscard]] ClientRegistry &clients();
    [[nodiscard]] BudgetWatch &budget() { return *m_budget; }
    // What the gallery shows; in memory, but for the files.
    [[nodiscard]] PictureCollection &pictures();
    [[nodiscard]] Journal &journal();
    [[nodiscard]] MediaStore &media();
};

} // namespace lightwell::test
