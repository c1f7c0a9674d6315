// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Of the page: what its parts tell each other.
#include "core/storage/settings.h"
#include "core/wording/wording.h"
#include "ui/gallery/dayhint.h"
#include "ui/gallery/gallerycanvas.h"
#include "ui/gallery/gallerydetails.h"
#include "ui/gallery/galleryenlarged.h"
#include "ui/gallery/galleryfilters.h"
#include "ui/gallery/gallerypage.h"
#include "ui/gallery/gallerytexts.h"
#include "ui/gallery/monthscrubber.h"
#include "ui/gallery/nohits.h"
#include "ui/gallery/selectionbar.h"
#include "ui/imageservice.h"
#include "ui/references/dropframe.h"
#include "ui/references/picturecatcher.h"
#include "ui/shortcuts/keybinding.h"
#include "ui/widgets/banner.h"

#include <QAccessible>
#include <QShortcut>
#include <QStackedWidget>

namespace lightwell {

using namespace Qt::StringLiterals;

void GalleryPage::connectParts()
{
    connect(m_filters, &GalleryFilters::edited, this, &GalleryPage::updateFilter);
    connect(m_filters, &GalleryFilters::sortChosen, this, [this] { m_model.setSort(m_filters->sort()); });
    connect(m_filters, &GalleryFilters::leftDownwards, this, [this] {
        if (m_canvas->isVisible()) {
            m_canvas->setFocus(Qt::TabFocusReason);
        }
    });
    connect(m_noHits, &NoHits::takeAwayWanted, m_filters, &GalleryFilters::takeAway);
    connect(m_noHits, &NoHits::clearWanted, this, [this] {
        m_filters->clear();
        m_filters->focusSearch();
    });
    connect(&m_model, &GalleryModel::changed, this, [this] {
        m_problem->hide();
        m_selection.dropLost();
        updateBody();
        updateMonths();
        showPlace();
    });
    connect(&m_model, &GalleryModel::marked, this, &GalleryPage::showPlace);
    connect(&m_model, &GalleryModel::failed, this, [this] {
        m_problem->setText(tr("The pictures cannot be read. %1").arg(wording::sentenceAtWindow(*m_model.problem())));
        m_problem->show();
        updateBody();
    });
    connect(&m_images, &TileImages::colourSeen, &m_model, &GalleryModel::noteColour);
    m_canvas->setRowHeight(m_services.settings.toInt(Setting::GalleryRowHeight));
    connect(m_canvas, &GalleryCanvas::rowHeightChosen, this,
            [this](int height) { m_services.settings.set(Setting::GalleryRowHeight, height); });
    connect(m_canvas, &GalleryCanvas::scrolled, this, &GalleryPage::updateScrubber);
    connect(m_scrubber, &MonthScrubber::pictureWanted, m_canvas, &GalleryCanvas::scrollToPicture);
    connect(m_scrubber, &MonthScrubber::dragged, this, [this](bool isUnderWay, int y) {
        m_canvas->setHurried(isUnderWay);
        const int day = m_canvas->dayInSight();
        m_day->setVisible(isUnderWay && day >= 0);
        if (isUnderWay && day >= 0) {
            m_day->showDay(gallerytexts::day(m_canvas->places().days().at(day).date),
                           QPoint(m_scrubber->x() - 6, m_scrubber->y() + y));
        }
    });
    // Whatever anybody makes, here or through the gateway.
    m_services.images.onChange(this, [this] {
        m_isStale = true;
        if (isVisible() && !m_refreshSoon.isActive()) {
            m_refreshSoon.start();
        }
    });
    connect(&m_refreshSoon, &QTimer::timeout, this, [this] {
        m_isStale = false;
        m_model.refresh();
        updateChoices();
    });
    connect(addShortcut(*m_services.keymap, KeyAction::Search, this), &QShortcut::activated, m_filters,
            &GalleryFilters::focusSearch);
}

void GalleryPage::noteChanges()
{
    m_isStale = !isVisible();
    if (isVisible()) {
        m_model.reload();
        updateChoices();
    }
}

/// Of other programs: what is dragged out of the gallery is in it.
void GalleryPage::takeDrops()
{
    auto *catcher = new PictureCatcher(this);
    catcher->setOthersOnly(true);
    catcher->watch(this);
    auto *frame = new DropFrame(this, tr("Drop to look at it in the Loupe"));
    connect(catcher, &PictureCatcher::hovered, frame, [frame](bool over) {
        frame->setVisible(over);
        frame->raise();
    });
    connect(catcher, &PictureCatcher::dropped, this, &GalleryPage::dropped);
}

void GalleryPage::connectChosen()
{
    connect(&m_selection, &GallerySelection::currentChanged, this, &GalleryPage::showCurrent);
    connect(&m_selection, &GallerySelection::changed, this, &GalleryPage::showPlace);
    connect(m_canvas, &GalleryCanvas::activated, this, &GalleryPage::enlarge);
    connect(m_canvas, &GalleryCanvas::menuWanted, this, &GalleryPage::openMenu);
    connect(m_canvas, &GalleryCanvas::keyWanted, this, &GalleryPage::act);
    connect(m_canvas, &GalleryCanvas::dragWanted, this, [this] {
        withEntries([this](const QList<LibraryEntry> &entries) {
            QList<CellActions::Made> all;
            for (const LibraryEntry &entry : entries) {
                all.append({gallerytexts::asGeneration(entry), entry.picture});
            }
            m_files.drag(m_canvas, all);
        });
    });
    connect(m_details, &GalleryDetails::shown, this, [this] {
        m_canvas->setAccessibleDescription(m_details->spoken());
        QAccessibleEvent event(m_canvas, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&event);
        if (isEnlarged() && m_details->details()) {
            m_enlarged->showEntry(m_details->details()->entry);
        }
    });
    connect(m_details, &GalleryDetails::stepWanted, this, [this](int by) { goTo(m_selection.current() + by); });
    connect(m_details, &GalleryDetails::menuWanted, this,
            [this](QWidget *below) { openMenu(below->mapToGlobal(QPoint(0, below->height() + 4))); });
    connect(m_details, &GalleryDetails::recallWanted, this, &GalleryPage::recall);
    connect(m_details, &GalleryDetails::explainWanted, this, &GalleryPage::explain);
    connect(&m_neighbours, &RequestNeighbours::found, this, &GalleryPage::neighboursFound);
    setTip(m_details->findChild<QWidget *>(u"galleryExplain"_s), tr("Why this offer, each attempt, and what was sent"),
           *m_services.keymap, KeyAction::Explain);
    connect(m_details, &GalleryDetails::enlargeWanted, this, [this] { enlarge(m_selection.current()); });
    connect(m_details, &GalleryDetails::pictureWanted, this, [this](qint64 key) {
        const int row = m_model.indexOf(key);
        row >= 0 ? goTo(row) : m_details->showPicture(key); // which the filter hides
    });
    const auto ofDetails = [this] {
        const int row = m_details->details() ? m_model.indexOf(m_details->details()->entry.key) : -1;
        return row < 0 ? QList<LibraryRow>() : QList<LibraryRow> {m_model.rows().at(row)};
    };
    connect(m_details, &GalleryDetails::tagAdded, this,
            [this, ofDetails](const QString &tag) { m_actions.addTag(ofDetails(), tag); });
    connect(m_details, &GalleryDetails::tagRemoved, this,
            [this, ofDetails](const QString &tag) { m_actions.removeTag(ofDetails(), tag); });
    connect(m_enlarged, &GalleryEnlarged::closed, this, &GalleryPage::closeEnlarged);
    connect(m_enlarged, &GalleryEnlarged::stepWanted, this, [this](int by) { goTo(m_selection.current() + by); });
    connect(m_enlarged, &GalleryEnlarged::menuWanted, this, &GalleryPage::openMenu);
    connect(m_enlarged, &GalleryEnlarged::keyWanted, this, &GalleryPage::act);
    connect(m_bar, &SelectionBar::cleared, this, [this] {
        m_selection.clear();
        m_canvas->setFocus(Qt::OtherFocusReason);
    });
    connect(m_bar, &SelectionBar::compareWanted, this,
            [this] { withEntries([this](const QList<LibraryEntry> &entries) { Q_EMIT compareWanted(entries); }); });
    connect(m_bar, &SelectionBar::referenceWanted, this,
            [this] { withEntries([this](const QList<LibraryEntry> &entries) { Q_EMIT referenceWanted(entries); }); });
    connect(m_bar, &SelectionBar::exportWanted, this, [this] {
        withEntries([this](const QList<LibraryEntry> &entries) {
            QStringList files;
            for (const LibraryEntry &entry : entries) {
                files.append(entry.picture.path);
            }
            Q_EMIT exportWanted(files);
        });
    });
    connect(m_bar, &SelectionBar::tagWanted, this, &GalleryPage::tag);
    connect(m_bar, &SelectionBar::starWanted, this, [this](bool on) { m_actions.star(meant(), on); });
    connect(m_bar, &SelectionBar::hideWanted, this, [this](bool on) { m_actions.hide(meant(), on); });
    connect(m_bar, &SelectionBar::deleteWanted, this, [this] { act(KeyAction::DeletePicture); });
    connect(&m_actions, &GalleryActions::say, this, &GalleryPage::say);
    connect(&m_actions, &GalleryActions::offer, this, &GalleryPage::offer);
    connect(&m_actions, &GalleryActions::marked, m_details, &GalleryDetails::refresh);
    connect(&m_actions, &GalleryActions::tagged, this, [this] {
        m_details->refresh();
        updateChoices();
        if (!m_model.filter().words.isEmpty() || !m_model.filter().tag.isEmpty()) {
            m_model.reload();
        }
    });
    connect(&m_files, &CellActions::say, this, &GalleryPage::say);
}

} // namespace lightwell
