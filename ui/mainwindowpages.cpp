// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Of the window: its pages, and what they tell each other.
#include "core/async/whendone.h"
#include "core/catalog/catalog.h"
#include "core/library/keptrecipe.h"
#include "ui/budgets/budgetspage.h"
#include "ui/budgetwatch.h"
#include "ui/catalog/catalogpage.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/modelchoice.h"
#include "ui/explain/explainpage.h"
#include "ui/export/exportpage.h"
#include "ui/gallery/gallerypage.h"
#include "ui/gallery/picturecollection.h"
#include "ui/gallery/viewedentries.h"
#include "ui/gateway/gatewaypage.h"
#include "ui/imageservice.h"
#include "ui/keys/keyspage.h"
#include "ui/keys/providerkeys.h"
#include "ui/mainwindow.h"
#include "ui/settings/settingspage.h"
#include "ui/sidebar.h"
#include "ui/storekeeper.h"
#include "ui/widgets/toast.h"

#include <QStackedWidget>

#include <utility>

namespace lightwell {

using namespace Qt::StringLiterals;

void MainWindow::buildPages(Theme &theme, BudgetWatch &budget)
{
    m_compare = new ComparePage(m_services, *m_keys, budget);
    buildGallery();
    auto *catalog = new CatalogPage(m_services, *m_keys);
    m_keysPage = new KeysPage(m_services, *m_keys);
    auto *budgets = new BudgetsPage(m_services);
    auto *gateway = new GatewayPage(m_services);
    m_settingsPage = new SettingsPage(m_services, theme, *m_keymap, m_keeper);
    m_sidebar->addPlace(u"compare"_s, Icon::Compare, tr("Compare"));
    if (m_gallery) {
        m_sidebar->addPlace(u"gallery"_s, Icon::Gallery, tr("Gallery"));
    }
    m_sidebar->addPlace(u"catalog"_s, Icon::Catalog, tr("Catalog"));
    m_sidebar->addPlace(u"keys"_s, Icon::Keys, tr("Keys"));
    m_sidebar->addPlace(u"budgets"_s, Icon::Budgets, tr("Budgets"));
    m_sidebar->addPlace(u"gateway"_s, Icon::Gateway, tr("Gateway"));
    m_sidebar->addPlace(u"settings"_s, Icon::Settings, tr("Settings"));
    addPage(u"compare"_s, m_compare);
    if (m_gallery) {
        addPage(u"gallery"_s, m_gallery);
    }
    addPage(u"catalog"_s, catalog);
    addPage(u"keys"_s, m_keysPage);
    addPage(u"budgets"_s, budgets);
    addPage(u"gateway"_s, gateway);
    addPage(u"settings"_s, m_settingsPage);
    m_export = new ExportPage(m_services.settings, m_services.dialogs, m_services.clock, *m_services.keymap);
    addPage(u"export"_s, m_export);
    if (m_services.pictures) {
        m_export->setRecipeInBooks(
            [library = &m_services.pictures->library](const QString &file) { return keptRecipe(*library, file); });
    }
    connect(m_export, &ExportPage::left, this, [this] { showPage(place()); });
    connect(m_export, &ExportPage::say, m_toast, &Toast::say);
    connect(m_export, &ExportPage::offer, m_toast, &Toast::offer);
    connect(m_compare, &ComparePage::exportWanted, this,
            [this](const QStringList &files) { exportPictures(files, tr("from Compare")); });
    connect(m_sidebar, &Sidebar::chosen, this, &MainWindow::showPage);
    connect(m_compare, &ComparePage::keyWanted, this, &MainWindow::wantKey);
    connect(m_compare, &ComparePage::keyDialogWanted, m_keysPage,
            [this](const QString &provider) { m_keysPage->openDialog(provider); });
    connect(m_compare, &ComparePage::pageWanted, this, &MainWindow::showPage);
    connect(m_settingsPage, &SettingsPage::welcomeWanted, this, [this] {
        showPage(u"compare"_s);
        m_compare->showWelcome();
    });
    connect(&budget, &BudgetWatch::changed, this, &MainWindow::updateProjects);
    connect(m_compare, &ComparePage::unlockWanted, m_keysPage, &KeysPage::unlock);
    connect(m_compare, &ComparePage::say, m_toast, &Toast::say);
    connect(m_compare, &ComparePage::offer, m_toast, &Toast::offer);
    connect(m_keysPage, &KeysPage::say, m_toast, &Toast::say);
    connect(m_compare, &ComparePage::settingWanted, this, &MainWindow::wantSetting);
    connect(catalog, &CatalogPage::compareWanted, this, &MainWindow::compareModel);
    connect(catalog, &CatalogPage::keyWanted, this, &MainWindow::wantKey);
    connect(m_keysPage, &KeysPage::settingWanted, this, &MainWindow::wantSetting);
    connect(m_compare, &ComparePage::budgetWanted, this, [this] { showPage(u"budgets"_s); });
    connect(budgets, &BudgetsPage::changed, &budget, &BudgetWatch::refresh);
    connect(budgets, &BudgetsPage::say, m_toast, &Toast::say);
    connect(budgets, &BudgetsPage::offer, m_toast, &Toast::offer);
    connect(gateway, &GatewayPage::settingWanted, this, &MainWindow::wantSetting);
    connect(gateway, &GatewayPage::say, m_toast, &Toast::say);
}

void MainWindow::buildGallery()
{
    if (!m_services.pictures) {
        return;
    }
    m_gallery = new GalleryPage(m_services, *m_services.pictures, *m_keys);
    m_keeper = new StoreKeeper(*m_services.pictures, m_services.settings, m_services.images, {}, this);
    connect(m_keeper, &StoreKeeper::say, m_toast, &Toast::say);
    connect(m_keeper, &StoreKeeper::offer, m_toast, &Toast::offer);
    connect(m_keeper, &StoreKeeper::picturesChanged, m_gallery, &GalleryPage::noteChanges);
    connect(m_compare, &ComparePage::marked, m_gallery, &GalleryPage::noteChanges);
    connect(m_gallery, &GalleryPage::say, m_toast, &Toast::say);
    connect(m_gallery, &GalleryPage::offer, m_toast, &Toast::offer);
    m_gallery->setCanReference(true);
    connect(m_gallery, &GalleryPage::referenceWanted, this, [this](const QList<LibraryEntry> &entries) {
        for (const LibraryEntry &entry : entries) {
            m_compare->addReference(entry.picture, modelName(m_services.catalog, entry.model));
        }
        showPage(u"compare"_s);
    });
    connect(m_gallery, &GalleryPage::explainWanted, this, [this](const QString &id) {
        explain(id);
        m_explainsGallery = true;
    });
    connect(m_gallery, &GalleryPage::neighboursFound, this, [this](const QString &id, const QStringList &among) {
        if (m_explainsGallery) {
            m_explain->setAmong(id, among);
        }
    });
    connect(m_gallery, &GalleryPage::recallWanted, this, &MainWindow::recall);
    m_gallery->setCanExport(true);
    m_gallery->setCanCompare(true);
    connect(m_gallery, &GalleryPage::compareWanted, this, [this](const QList<LibraryEntry> &entries) {
        const auto providerName = [this](const QString &id) { return m_keys->name(id); };
        m_viewsOfGallery = true;
        showPage(u"compare"_s);
        m_compare->showViews(viewedEntries(entries, m_services.catalog, providerName), View::Loupe);
    });
    connect(m_compare, &ComparePage::othersLeft, this, [this] {
        if (std::exchange(m_viewsOfGallery, false)) {
            showPage(u"gallery"_s); // where they were chosen
        }
    });
    connect(m_gallery, &GalleryPage::dropped, m_compare, &ComparePage::lookAt);
    connect(m_compare, &ComparePage::lookedAt, this, [this] {
        m_viewsOfGallery = true;
        showPage(u"compare"_s);
    });
    connect(m_gallery, &GalleryPage::exportWanted, this, [this](const QStringList &files) { exportPictures(files); });
    connect(m_gallery, &GalleryPage::startWanted, this, [this] {
        showPage(u"compare"_s);
        m_compare->focusPrompt();
    });
}

/// The form says what it is by now, and is looked at before anything is paid for.
void MainWindow::recall(const Request &request, std::optional<qint64> seed, Recall what)
{
    m_compare->recall(recipeOf(request, seed), what);
    showPage(u"compare"_s);
    m_compare->focusPrompt();
}

void MainWindow::connectExplain()
{
    connect(m_compare, &ComparePage::explainWanted, this, [this](const QString &id, const QStringList &among) {
        m_explainsGallery = false;
        showExplain();
        m_explain->open(id, among, ExplainPage::Steps::WithRetry);
    });
    connect(m_explain, &ExplainPage::closed, this, &MainWindow::closeExplain);
    connect(m_explain, &ExplainPage::moved, this, [this](const QString &id) {
        if (m_explainsGallery) {
            m_gallery->findNeighbours(id);
        }
    });
    connect(m_explain, &ExplainPage::say, m_toast, &Toast::say);
    connect(m_explain, &ExplainPage::settingWanted, this, &MainWindow::wantSetting);
    connect(m_explain, &ExplainPage::keyWanted, this, &MainWindow::wantKey);
    connect(m_explain, &ExplainPage::unlockWanted, m_keysPage, &KeysPage::unlock);
    connect(m_explain, &ExplainPage::pageWanted, m_compare, &ComparePage::openAccount);
    connect(m_explain, &ExplainPage::promptWanted, this, [this] {
        closeExplain();
        m_compare->focusPrompt();
    });
    connect(m_explain, &ExplainPage::againWanted, this, [this](const QString &id) {
        closeExplain();
        m_compare->tryAgain(id);
    });
}

void MainWindow::addPage(const QString &id, QWidget *page)
{
    m_ids.append(id);
    m_pages->addWidget(page);
}

void MainWindow::updateProjects()
{
    whenDone(m_services.books.projects(), this, [this](const Result<QStringList> &names) {
        if (names) {
            m_compare->setProjects(*names);
        }
    });
}

} // namespace lightwell
