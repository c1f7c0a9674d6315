// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/gallerypage.h"

#include "core/async/whendone.h"
#include "core/catalog/catalog.h"
#include "core/library/library.h"
#include "core/wording/wording.h"
#include "ui/compare/modelchoice.h"
#include "ui/compare/pictureview.h"
#include "ui/gallery/dayhint.h"
#include "ui/gallery/detailsplace.h"
#include "ui/gallery/gallerycanvas.h"
#include "ui/gallery/gallerydetails.h"
#include "ui/gallery/galleryenlarged.h"
#include "ui/gallery/galleryfilters.h"
#include "ui/gallery/gallerytexts.h"
#include "ui/gallery/monthscrubber.h"
#include "ui/gallery/nohits.h"
#include "ui/gallery/picturecollection.h"
#include "ui/gallery/selectionbar.h"
#include "ui/imageservice.h"
#include "ui/keys/providerkeys.h"
#include "ui/shortcuts/keybinding.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"

#include <QLineEdit>
#include <QLocale>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

enum Body { Pictures, Enlarged, Nothing, NothingFits, Reading };

constexpr int refreshDelay = 400; ///< milliseconds: several pictures may come at once

QString counted(qint64 shown, qint64 all)
{
    const QLocale locale;
    if (all == 1) {
        return GalleryPage::tr("1 picture");
    }
    return shown == all ? GalleryPage::tr("%1 pictures").arg(locale.toString(all))
                        : GalleryPage::tr("%1 of %2 pictures").arg(locale.toString(shown), locale.toString(all));
}

/// However it was called when it was asked for: "flux.2-pro", "fal/flux-2-pro".
QString nameOfModel(const Catalog &catalog, const QString &id)
{
    if (catalog.find(id)) {
        return modelName(catalog, id);
    }
    const Result<Resolution> found = catalog.resolve(id);
    return found ? found->model.name : modelName(catalog, id);
}

} // namespace

GalleryPage::GalleryPage(const Services &services, PictureCollection &pictures, const ProviderKeys &keys,
                         QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_pictures(pictures)
    , m_model(pictures.library)
    , m_selection(m_model)
    , m_neighbours(m_model, pictures.library)
    , m_images(pictures.thumbnails, pictures.library)
    , m_actions(pictures, m_model)
    , m_files(services.dialogs, services.marks, *services.keymap)
    , m_filters(
          new GalleryFilters([&catalog = services.catalog](const QString &id) { return nameOfModel(catalog, id); },
                             [&keys](const QString &id) { return keys.name(id); }))
    , m_detailsButton(named(new Button(Button::Kind::Normal, tr("&Details")), u"galleryDetailsButton"_s, tr("Details")))
    , m_problem(new Banner(Meaning::Warning, u"galleryProblem"_s))
    , m_body(new QStackedWidget)
    , m_pictureRoom(new QWidget)
    , m_canvas(named(new GalleryCanvas(m_model, m_selection, m_images, *services.keymap), u"galleryCanvas"_s,
                     tr("Pictures")))
    , m_scrubber(named(new MonthScrubber, u"galleryMonths"_s, tr("Months")))
    , m_day(new DayHint(m_pictureRoom))
    , m_bar(nullptr)
    , m_empty(new EmptyState(Icon::Gallery, tr("No pictures yet"),
                             tr("What you make here, at the command line or through the gateway is kept, and found "
                                "again in this place.")))
    , m_noHits(new NoHits(pictures.library))
    , m_enlarged(new GalleryEnlarged(*services.keymap))
    , m_details(new GalleryDetails(
          pictures, [&catalog = services.catalog](const QString &id) { return nameOfModel(catalog, id); },
          [&keys](const QString &id) { return keys.name(id); }))
    , m_detailsPlace(new DetailsPlace(m_details, m_detailsButton))
{
    setObjectName(u"galleryPage"_s);
    auto *head = new QWidget;
    auto *headColumn = new QVBoxLayout(head);
    headColumn->setContentsMargins(16, 12, 16, 12);
    m_detailsButton->setIcon(themedIcon(Icon::Info));
    setTip(m_detailsButton, tr("About the picture that has the keyboard"), *services.keymap, KeyAction::ShowDetails);
    auto *headRow = new QHBoxLayout;
    headRow->setSpacing(8);
    headRow->addWidget(m_filters, 1);
    headRow->addWidget(m_detailsButton, 0, Qt::AlignTop);
    headColumn->addLayout(headRow);
    headColumn->addWidget(m_problem);
    m_problem->hide();
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(buildBody(), 1);
    row->addWidget(m_detailsPlace);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(new Hairline(Qt::Horizontal));
    layout->addLayout(row, 1);
    m_refreshSoon.setSingleShot(true);
    m_refreshSoon.setInterval(refreshDelay);
    connectParts();
    connectChosen();
}

QWidget *GalleryPage::buildBody()
{
    auto *room = new QHBoxLayout(m_pictureRoom);
    room->setContentsMargins(0, 0, 0, 0);
    room->setSpacing(0);
    room->addWidget(m_canvas, 1);
    room->addWidget(m_scrubber);
    m_bar = new SelectionBar(*m_services.keymap, m_pictureRoom);
    auto *empty = new QWidget;
    auto *column = new QVBoxLayout(empty);
    auto *start =
        named(new Button(Button::Kind::Normal, tr("Make the first &one")), u"galleryStart"_s, tr("Make the first one"));
    connect(start, &QAbstractButton::clicked, this, &GalleryPage::startWanted);
    column->addStretch(2);
    column->addWidget(m_empty);
    column->addWidget(start, 0, Qt::AlignHCenter);
    column->addStretch(3);
    m_body->addWidget(m_pictureRoom);
    m_body->addWidget(m_enlarged);
    m_body->addWidget(empty);
    m_body->addWidget(m_noHits);
    m_body->addWidget(new QWidget);
    m_body->setCurrentIndex(Reading);
    return m_body;
}

void GalleryPage::setCanCompare(bool can)
{
    m_canCompare = can;
    m_bar->setCanCompare(can);
    if (can && !m_takesDrops) {
        m_takesDrops = true;
        takeDrops();
    }
}

void GalleryPage::setCanExport(bool can)
{
    m_canExport = can;
    m_bar->setCanExport(can);
}

void GalleryPage::setCanReference(bool can)
{
    m_canReference = can;
    m_bar->setCanReference(can);
}

bool GalleryPage::isEnlarged() const
{
    return m_body->currentIndex() == Enlarged;
}

bool GalleryPage::arePicturesShown() const
{
    return m_model.isLoaded() && m_images.isIdle();
}

/// The database is asked when somebody looks: the start of the program waits for nothing.
void GalleryPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_model.isLoaded()) {
        updateFilter();
        updateChoices();
    } else if (std::exchange(m_isStale, false)) {
        m_model.reload();
        updateChoices();
    }
    m_isStale = false;
}

void GalleryPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_detailsPlace->setNarrow(window()->width() < DetailsPlace::roomBeside);
}

void GalleryPage::updateFilter()
{
    m_model.setFilter(m_filters->filter());
}

void GalleryPage::updateChoices()
{
    whenDone(m_pictures.library.choices(), this, [this](const Result<LibraryChoices> &choices) {
        if (!choices) {
            return; // the pictures themselves say what is wrong
        }
        m_filters->offerChoices(*choices);
        QStringList tags;
        for (const TagCount &tag : choices->tags) {
            tags.append(tag.tag);
        }
        m_details->setKnownTags(tags);
    });
}

void GalleryPage::updateBody()
{
    if (!m_model.isLoaded()) {
        return;
    }
    if (m_model.all() == 0) {
        m_body->setCurrentIndex(Nothing);
    } else if (m_model.rows().isEmpty()) {
        m_noHits->setParts(m_filters->parts());
        m_body->setCurrentIndex(NothingFits);
    } else if (!isEnlarged() || m_selection.current() < 0) {
        m_body->setCurrentIndex(Pictures);
    }
    m_canvas->setCountText(counted(m_model.rows().size(), m_model.all()));
}

void GalleryPage::updateMonths()
{
    const bool isByDay = m_model.isByDay();
    m_scrubber->setVisible(isByDay);
    m_canvas->setVerticalScrollBarPolicy(isByDay ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    m_scrubber->setMonths(isByDay ? libraryindex::months(m_model.rows()) : QList<MonthCount>());
    updateScrubber();
}

void GalleryPage::updateScrubber()
{
    const int day = m_canvas->dayInSight();
    if (day >= 0 && m_canvas->verticalScrollBar()->maximum() >= 0) {
        m_scrubber->showMonth(m_canvas->places().days().at(day).date);
    }
}

void GalleryPage::showCurrent()
{
    m_details->showPicture(m_selection.current() < 0 ? 0 : m_selection.currentKey());
    showPlace();
}

void GalleryPage::showPlace()
{
    const int current = m_selection.current();
    const QList<LibraryRow> rows = m_selection.rows();
    m_bar->setRows(rows);
    const int count = static_cast<int>(m_model.rows().size());
    const QLocale locale;
    if (current < 0) {
        m_details->setPlace(rows.isEmpty() ? QString() : tr("%1 selected").arg(locale.toString(rows.size())));
        return;
    }
    m_enlarged->setPlace(current, count);
    const auto among = std::find_if(rows.cbegin(), rows.cend(),
                                    [key = m_selection.currentKey()](const LibraryRow &row) { return row.key == key; });
    m_details->setPlace(
        rows.size() > 1 && among != rows.cend()
            ? tr("%1 of %2 selected").arg(locale.toString(among - rows.cbegin() + 1), locale.toString(rows.size()))
            : tr("%1 of %2").arg(locale.toString(current + 1), locale.toString(count)));
}

/// As by a click, but while several are chosen they stay so.
void GalleryPage::goTo(int row)
{
    if (row < 0 || row >= m_model.rows().size()) {
        return;
    }
    m_selection.count() > 1 ? m_selection.moveTo(row) : m_selection.choose(row);
    m_canvas->bringToSight(row);
}

void GalleryPage::enlarge(int row)
{
    if (row < 0) {
        return;
    }
    m_detailsPlace->closePopover();
    m_selection.moveTo(row);
    m_body->setCurrentIndex(Enlarged);
    if (m_details->details() && m_details->details()->entry.key == m_selection.currentKey()) {
        m_enlarged->showEntry(m_details->details()->entry);
    }
    showPlace();
    m_enlarged->picture()->setFocus(Qt::OtherFocusReason);
}

void GalleryPage::closeEnlarged()
{
    m_body->setCurrentIndex(Pictures);
    m_canvas->bringToSight(m_selection.current());
    m_canvas->setFocus(Qt::OtherFocusReason);
}

QList<LibraryRow> GalleryPage::meant() const
{
    if (!isEnlarged() && m_selection.count() > 0) {
        return m_selection.rows();
    }
    const int current = m_selection.current();
    return current < 0 ? QList<LibraryRow>() : QList<LibraryRow> {m_model.rows().at(current)};
}

void GalleryPage::withEntries(std::function<void(const QList<LibraryEntry> &)> then)
{
    QList<qint64> keys;
    const QList<LibraryRow> rows = meant();
    for (const LibraryRow &row : rows) {
        keys.append(row.key);
    }
    whenDone(m_pictures.library.entries(keys), this,
             [this, then = std::move(then)](const Result<QList<LibraryEntry>> &entries) {
                 if (entries) {
                     then(*entries);
                 } else {
                     Q_EMIT say(Meaning::Bad, wording::sentenceAtWindow(entries.error()));
                 }
             });
}

void GalleryPage::recall(Recall what)
{
    if (const auto &details = m_details->details(); details && details->request) {
        Q_EMIT recallWanted(*details->request, details->seed(), what);
    }
}

} // namespace lightwell
