// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Of the page: what can be done with pictures, by menu and by key.
#include "ui/gallery/detailsplace.h"
#include "ui/gallery/gallerycanvas.h"
#include "ui/gallery/gallerydetails.h"
#include "ui/gallery/galleryenlarged.h"
#include "ui/gallery/galleryfilters.h"
#include "ui/gallery/gallerypage.h"
#include "ui/gallery/gallerytexts.h"
#include "ui/gallery/selectionbar.h"
#include "ui/gallery/tagpopover.h"
#include "ui/shortcuts/keymap.h"
#include "ui/views/panelayout.h"
#include "ui/widgets/names.h"

#include <QMenu>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QAction *addTo(QMenu *menu, const QString &objectName, const QString &text)
{
    QAction *action = menu->addAction(text);
    action->setObjectName(objectName);
    return action;
}

bool areAllStarred(const QList<LibraryRow> &rows)
{
    return std::all_of(rows.cbegin(), rows.cend(), [](const LibraryRow &row) { return row.isStarred; });
}

bool areAllHidden(const QList<LibraryRow> &rows)
{
    return std::all_of(rows.cbegin(), rows.cend(), [](const LibraryRow &row) { return row.isHidden; });
}

} // namespace

void GalleryPage::act(KeyAction action)
{
    const QList<LibraryRow> rows = meant();
    if (rows.isEmpty()) {
        return;
    }
    switch (action) {
    case KeyAction::Star:
        m_actions.star(rows, !areAllStarred(rows));
        return;
    case KeyAction::HidePicture:
        m_actions.hide(rows, !areAllHidden(rows));
        return;
    case KeyAction::TagPicture:
        tag();
        return;
    case KeyAction::Explain:
        explain();
        return;
    case KeyAction::OpenLoupe:
        lookClosely(rows.size());
        return;
    case KeyAction::ShowDetails:
        m_detailsPlace->openPopover();
        return;
    case KeyAction::DeletePicture:
        m_actions.remove(rows, this);
        return;
    default:
        return;
    }
}

void GalleryPage::explain()
{
    if (const auto &details = m_details->details()) {
        Q_EMIT explainWanted(details->entry.generation);
        m_neighbours.findAround(details->entry.key, details->entry.generation);
    }
}

void GalleryPage::findNeighbours(const QString &generation)
{
    m_neighbours.findAround(generation);
}

void GalleryPage::lookClosely(qsizetype count)
{
    if (!m_canCompare) {
        return;
    }
    if (count > PaneLayout::most) {
        Q_EMIT say(Meaning::Info, tr("Up to four pictures fit beside each other in the Loupe."));
        return;
    }
    withEntries([this](const QList<LibraryEntry> &entries) { Q_EMIT compareWanted(entries); });
}

void GalleryPage::tag()
{
    const QList<LibraryRow> rows = meant();
    if (rows.isEmpty()) {
        return;
    }
    QWidget *anchor = m_bar->findChild<QWidget *>(u"galleryTagThem"_s);
    if (!anchor->isVisible()) {
        m_detailsPlace->openPopover(); // where they are not shown
        m_details->openTagField();
        return;
    }
    auto *popover = new TagPopover(m_details->knownTags(), anchor);
    connect(popover, &TagPopover::chosen, this, [this, rows](const QString &tag) { m_actions.addTag(rows, tag); });
}

/// Of what is chosen; what needs a single picture, of the one that has the keyboard.
void GalleryPage::openMenu(const QPoint &globalPosition)
{
    const QList<LibraryRow> rows = meant();
    if (rows.isEmpty()) {
        return;
    }
    auto *menu = named(new QMenu(this), u"galleryPictureMenu"_s, tr("These pictures"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (!isEnlarged()) {
        QAction *open = addTo(menu, u"galleryMenu.enlarge"_s, tr("&Enlarge"));
        connect(open, &QAction::triggered, this, [this] { enlarge(m_selection.current()); });
    }
    const auto add = [this, menu](const QString &objectName, const QString &text, KeyAction what) {
        const QString keys = m_services.keymap->text(what);
        QAction *action = addTo(menu, objectName, keys.isEmpty() ? text : text + u'\t' + keys);
        connect(action, &QAction::triggered, this, [this, what] { act(what); });
        return action;
    };
    if (m_canCompare) {
        add(u"galleryMenu.loupe"_s, tr("Look c&losely in the Loupe"), KeyAction::OpenLoupe)
            ->setEnabled(rows.size() <= PaneLayout::most);
    }
    menu->addSeparator();
    addRecalls(menu);
    menu->addSeparator();
    addFiles(menu);
    menu->addSeparator();
    add(u"galleryMenu.star"_s, areAllStarred(rows) ? tr("Take the &star away") : tr("&Star"), KeyAction::Star);
    add(u"galleryMenu.hide"_s, areAllHidden(rows) ? tr("S&how again") : tr("&Hide"), KeyAction::HidePicture);
    add(u"galleryMenu.tag"_s, tr("&Tag…"), KeyAction::TagPicture);
    menu->addSeparator();
    add(u"galleryMenu.delete"_s, tr("&Delete"), KeyAction::DeletePicture);
    menu->popup(globalPosition);
}

void GalleryPage::addRecalls(QMenu *menu)
{
    const auto &details = m_details->details();
    const bool hasRecipe = details && details->request;
    const auto add = [this, menu, hasRecipe](const QString &objectName, const QString &text, Recall what, bool can) {
        QAction *action = addTo(menu, objectName, text);
        action->setEnabled(hasRecipe && can);
        connect(action, &QAction::triggered, this, [this, what] { recall(what); });
    };
    add(u"galleryMenu.recallAll"_s, tr("&Recall all"), Recall::All, true);
    add(u"galleryMenu.remix"_s, tr("Recall all but the see&d"), Recall::AllButSeed, true);
    add(u"galleryMenu.recallPrompt"_s, tr("Recall the &prompt"), Recall::Prompt, true);
    add(u"galleryMenu.recallSeed"_s, tr("Recall the s&eed"), Recall::Seed, details && details->seed().has_value());
    if (m_canReference) {
        QAction *action = addTo(menu, u"galleryMenu.reference"_s, tr("Use as re&ference"));
        connect(action, &QAction::triggered, m_bar, &SelectionBar::referenceWanted);
    }
}

void GalleryPage::addFiles(QMenu *menu)
{
    const auto &details = m_details->details();
    if (!details) {
        return;
    }
    const Generation generation = gallerytexts::asGeneration(details->entry);
    const Picture picture = details->entry.picture;
    connect(addTo(menu, u"galleryMenu.save"_s, tr("Save &as…")), &QAction::triggered, this,
            [this, generation, picture] { m_files.saveAs(this, generation, picture); });
    connect(addTo(menu, u"galleryMenu.copy"_s, tr("&Copy")), &QAction::triggered, this,
            [this, generation, picture] { m_files.copy(generation, picture); });
    connect(addTo(menu, u"galleryMenu.open"_s, tr("&Open with another program")), &QAction::triggered, this,
            [this, generation, picture] { m_files.open(generation, picture); });
    connect(addTo(menu, u"galleryMenu.folder"_s, tr("Show in &folder")), &QAction::triggered, this,
            [this, picture] { m_files.showInFolder(picture); });
    const QString keys = m_services.keymap->text(KeyAction::Explain);
    connect(addTo(menu, u"galleryMenu.explain"_s, keys.isEmpty() ? tr("E&xplain") : tr("E&xplain") + u'\t' + keys),
            &QAction::triggered, this, &GalleryPage::explain);
    if (m_canExport) {
        connect(addTo(menu, u"galleryMenu.export"_s, tr("Expo&rt…")), &QAction::triggered, m_bar,
                &SelectionBar::exportWanted);
    }
}

} // namespace lightwell
