// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "core/gateway/gateway.h"
#include "core/storage/settings.h"
#include "core/wording/wording.h"
#include "ui/budgetwatch.h"
#include "ui/closingdialog.h"
#include "ui/compare/comparepage.h"
#include "ui/explain/explainpage.h"
#include "ui/export/exportpage.h"
#include "ui/gallery/gallerypage.h"
#include "ui/imageservice.h"
#include "ui/keys/keyspage.h"
#include "ui/keys/providerkeys.h"
#include "ui/services.h"
#include "ui/settings/settingsdamage.h"
#include "ui/settings/settingspage.h"
#include "ui/shortcuts/keybinding.h"
#include "ui/shortcuts/keymap.h"
#include "ui/sidebar.h"
#include "ui/storekeeper.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/toast.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QScreen>
#include <QShortcut>
#include <QStackedWidget>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int roomForNames = 1080; ///< in narrower windows the sidebar shows signs only
constexpr QSize usualSize(1280, 800);
constexpr QSize minSize(860, 480);
constexpr QSize frameRoom(4, 40); ///< for a title and borders, which nobody knows before the window is shown
const QString exportId = u"export"_s;
constexpr int keepDelay = 500; ///< milliseconds after the last move: nothing is lost where the session just ends

Services withKeymap(Services services, const Keymap *keymap)
{
    services.keymap = keymap;
    return services;
}

} // namespace

MainWindow::MainWindow(const Services &services, Theme &theme, BudgetWatch &budget, QWidget *parent)
    : QMainWindow(parent)
    , m_keymap(new Keymap(services.settings, this))
    , m_services(withKeymap(services, m_keymap))
    , m_keys(new ProviderKeys(services.adapters, services.keyring, services.settings, this))
    , m_sidebar(new Sidebar(budget))
    , m_noticeRoom(new QWidget)
    , m_notice(new Banner(Meaning::Warning, u"notice"_s))
    , m_pages(new QStackedWidget)
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(u"Lightwell"_s);
    setWindowIcon(QIcon(u":/lightwell/icons/lightwell.svg"_s));
    theme.setChoice(Theme::choiceFromName(services.settings.toString(Setting::Theme)));
    auto *content = new QWidget;
    auto *layout = new QHBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_sidebar);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    auto *damage = new SettingsDamage(services.settings);
    connect(damage, &SettingsDamage::settingsWanted, this, [this] { showPage(u"settings"_s); });
    column->addWidget(damage);
    column->addWidget(m_noticeRoom);
    column->addWidget(m_pages, 1);
    m_explain = new ExplainPage(m_services, *m_keys);
    m_explain->hide();
    column->addWidget(m_explain, 1);
    layout->addLayout(column, 1);
    setCentralWidget(content);
    m_notice->setDismissible(true);
    auto *room = new QVBoxLayout(m_noticeRoom);
    room->setContentsMargins(16, 12, 16, 0);
    room->addWidget(m_notice);
    setNotices({});
    connect(m_notice, &Banner::dismissed, m_noticeRoom, &QWidget::hide);
    m_toast = new Toast(this);
    buildPages(theme, budget);
    connectExplain();
    addShortcuts();
    connect(&services.gateway, &Gateway::stateChanged, m_sidebar, &Sidebar::setGateway);
    m_sidebar->setGateway(services.gateway.state());
    fitScreen();
    restoreGeometry(services.settings.value(Setting::WindowGeometry).toByteArray());
    const QString last = services.settings.toString(Setting::WindowPage);
    m_keepSoon.setSingleShot(true);
    m_keepSoon.setInterval(keepDelay);
    connect(&m_keepSoon, &QTimer::timeout, this, &MainWindow::keep);
    showPage(m_ids.contains(last) && last != exportId ? last : u"compare"_s);
    focusPage();
}

MainWindow::~MainWindow() = default;

/// The first window, frame included, is no larger than the screen has room for; so is the least one.
void MainWindow::fitScreen()
{
    const QSize room = screen()->availableGeometry().size() - frameRoom;
    setMinimumSize(minSize.boundedTo(room));
    resize(usualSize.boundedTo(room));
}

void MainWindow::setNotices(const QStringList &notices)
{
    QStringList all = notices;
    const QList<Reason> unusable = m_keymap->unusable();
    for (const Reason &reason : unusable) {
        all.append(wording::sentence(reason));
    }
    m_notice->setText(all.join(u'\n'));
    m_noticeRoom->setVisible(!all.isEmpty());
}

void MainWindow::explain(const QString &generationId, const QStringList &among)
{
    m_explainsGallery = false;
    showExplain();
    m_explain->open(generationId, among, ExplainPage::Steps::Here);
}

void MainWindow::showExplain()
{
    if (m_explain->isHidden()) {
        m_focusBelow = focusWidget();
        m_pages->hide(); // as it is, with its place
        m_explain->show();
    }
}

void MainWindow::closeExplain()
{
    if (m_explain->isHidden()) {
        return;
    }
    const bool hadKeyboard = m_explain->isAncestorOf(focusWidget());
    m_explain->close();
    m_explain->hide();
    m_pages->show();
    if (hadKeyboard && m_focusBelow && m_focusBelow->isVisible()) {
        m_focusBelow->setFocus(Qt::OtherFocusReason);
    } else if (hadKeyboard) {
        focusPage();
    }
}

void MainWindow::addShortcuts()
{
    const auto add = [this](KeyAction action, auto act) {
        connect(addShortcut(*m_services.keymap, action, this), &QShortcut::activated, this, act);
    };
    for (const auto &[action, page] : {std::pair(KeyAction::ShowCompare, u"compare"_s),
                                       {KeyAction::ShowGallery, u"gallery"_s},
                                       {KeyAction::ShowCatalog, u"catalog"_s},
                                       {KeyAction::ShowKeys, u"keys"_s},
                                       {KeyAction::ShowBudgets, u"budgets"_s},
                                       {KeyAction::ShowGateway, u"gateway"_s},
                                       {KeyAction::ShowSettings, u"settings"_s}}) {
        add(action, [this, page = page] { showPage(page); });
    }
    add(KeyAction::WritePrompt, [this] {
        showPage(u"compare"_s);
        m_compare->focusPrompt();
    });
    add(KeyAction::Quit, [this] { close(); });
}

void MainWindow::showPage(const QString &id)
{
    closeExplain();
    const auto index = static_cast<int>(m_ids.indexOf(id));
    if (index < 0 || index == m_pages->currentIndex()) {
        m_sidebar->setCurrent(place());
        return;
    }
    if (id == exportId) {
        m_beforeExport = page();
    }
    QWidget *focus = focusWidget();
    const bool wasInside = focus && m_pages->isAncestorOf(focus);
    if (wasInside) {
        m_focus.insert(page(), focus);
    }
    m_pages->setCurrentIndex(index);
    m_sidebar->setCurrent(place());
    m_keepSoon.start();
    // Whoever came by the sidebar stays in it.
    if (wasInside || !focus) {
        focusPage();
    }
}

/// The keyboard goes on where it was on this page, or at its first control.
void MainWindow::focusPage()
{
    QWidget *here = m_pages->currentWidget();
    QWidget *before = m_focus.value(page());
    if (before && here->isAncestorOf(before)) {
        before->setFocus(Qt::OtherFocusReason);
        return;
    }
    for (QWidget *next = here->nextInFocusChain(); next != here; next = next->nextInFocusChain()) {
        if (here->isAncestorOf(next) && (next->focusPolicy() & Qt::TabFocus) && next->isEnabled()
            && next->isVisibleTo(here)) {
            next->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

QString MainWindow::page() const
{
    return m_ids.value(m_pages->currentIndex());
}

QString MainWindow::place() const
{
    return page() == exportId ? m_beforeExport : page();
}

void MainWindow::exportPictures(const QStringList &files, const QString &from)
{
    showPage(exportId);
    m_export->open(files, from);
}

void MainWindow::wantKey(const QString &provider)
{
    showPage(u"keys"_s);
    if (!provider.isEmpty()) {
        m_keysPage->openDialog(provider);
    }
}

/// Where there is no room for it, the page says so.
void MainWindow::compareModel(const QString &model)
{
    m_compare->addModel(model);
    showPage(u"compare"_s);
}

void MainWindow::wantSetting(const QString &control)
{
    showPage(u"settings"_s);
    m_settingsPage->showControl(control);
}

void MainWindow::keep()
{
    m_services.settings.set(Setting::WindowGeometry, saveGeometry());
    m_services.settings.set(Setting::WindowPage, place());
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_sidebar->setCompact(width() < roomForNames);
    m_keepSoon.start();
}

void MainWindow::moveEvent(QMoveEvent *event)
{
    QMainWindow::moveEvent(event);
    m_keepSoon.start();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    keep();
    if (!m_mayClose && (m_services.images.underWay() > 0 || m_compare->session().holdsUnsaved())) {
        event->ignore();
        askBeforeClosing();
        return;
    }
    if (!m_mayClose && m_export->isRunning()) {
        event->ignore();
        m_toast->offer(Meaning::Warning, tr("Pictures are still being exported."), tr("&Close anyway"), [this] {
            m_mayClose = true;
            close();
        });
        return;
    }
    QMainWindow::closeEvent(event);
}

void MainWindow::askBeforeClosing()
{
    if (m_closing) {
        m_closing->activateWindow();
        return;
    }
    m_closing = new ClosingDialog(m_services.images, m_compare->session(), this);
    m_closing->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_closing, &QDialog::accepted, this, [this] {
        m_mayClose = true;
        close();
    });
    m_closing->open();
}

} // namespace lightwell
