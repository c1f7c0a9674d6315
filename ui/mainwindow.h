// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QHash>
#include <QMainWindow>
#include <QPointer>
#include <QTimer>

#include <optional>

class QStackedWidget;

namespace lightwell {

class Banner;
class BudgetWatch;
class CatalogPage;
class ClosingDialog;
class ComparePage;
class ExportPage;
class GalleryPage;
class ExplainPage;
class Keymap;
class KeysPage;
class ProviderKeys;
class SettingsPage;
class Sidebar;
class StoreKeeper;
class Theme;
class Toast;
enum class Recall;
struct Request;

/// The window: the sidebar and the pages. Only puts them together and keeps where the person was.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(const Services &services, Theme &theme, BudgetWatch &budget, QWidget *parent = nullptr);
    ~MainWindow() override;

    void showPage(
        const QString &id); ///< "compare", "gallery", "catalog", "keys", "budgets", "gateway", "settings", "export"
    [[nodiscard]] QString page() const;
    /// Shows the page on which these files can be exported. `from`: where they come from, in words.
    void exportPictures(const QStringList &files, const QString &from = {});
    /// Explains a request above the page of now: Escape leads back to it. The arrows lead through `among`, of which it
    /// is one.
    void explain(const QString &generationId, const QStringList &among = {});
    /// What a person must know about this start, above every page until it is dismissed: a line each.
    void setNotices(const QStringList &notices);
    [[nodiscard]] ComparePage *compare() const { return m_compare; }
    [[nodiscard]] GalleryPage *gallery() const { return m_gallery; } ///< null: there is none

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void moveEvent(QMoveEvent *event) override;

private:
    void buildPages(Theme &theme, BudgetWatch &budget);
    void buildGallery();
    void recall(const Request &request, std::optional<qint64> seed, Recall what);
    void updateProjects(); ///< those the form can choose from
    void fitScreen();
    void connectExplain();
    void showExplain(); ///< above the page of now
    void closeExplain(); ///< and the keyboard goes back to where it was
    void addPage(const QString &id, QWidget *page);
    void addShortcuts();
    void wantKey(const QString &provider);
    void compareModel(const QString &model);
    void wantSetting(const QString &control);
    [[nodiscard]] QString place() const; ///< in the sidebar: that of the page, or of the one it was opened from
    void keep();
    void askBeforeClosing();
    void focusPage();
    Keymap *m_keymap;
    const Services m_services;
    ProviderKeys *m_keys;
    Sidebar *m_sidebar;
    QWidget *m_noticeRoom; ///< the notice and the distance around it, which goes with it
    Banner *m_notice;
    QStackedWidget *m_pages;
    ComparePage *m_compare = nullptr;
    ExportPage *m_export = nullptr; ///< no place in the sidebar: it is opened with pictures, and left
    QString m_beforeExport = QStringLiteral("compare"); ///< the page it was opened from
    GalleryPage *m_gallery = nullptr;
    StoreKeeper *m_keeper = nullptr; ///< null: there is no gallery
    ExplainPage *m_explain = nullptr;
    QPointer<QWidget> m_focusBelow; ///< where the keyboard was when the explanation opened
    KeysPage *m_keysPage = nullptr;
    SettingsPage *m_settingsPage = nullptr;
    QHash<QString, QPointer<QWidget>> m_focus; ///< where the keyboard was on each page
    Toast *m_toast = nullptr;
    QStringList m_ids;
    QTimer m_keepSoon;
    QPointer<ClosingDialog> m_closing;
    bool m_explainsGallery = false; ///< the arrows of the explanation lead through the gallery's list
    bool m_viewsOfGallery = false; ///< what is looked at closely was chosen there, and is left for it
    bool m_mayClose = false; ///< although something is under way
};

} // namespace lightwell
