// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/libraryentry.h"
#include "ui/compare/cellactions.h"
#include "ui/compare/recall.h"
#include "ui/gallery/galleryactions.h"
#include "ui/gallery/gallerymodel.h"
#include "ui/gallery/galleryselection.h"
#include "ui/gallery/requestneighbours.h"
#include "ui/gallery/tileimages.h"
#include "ui/references/referencefiles.h"
#include "ui/services.h"

#include <QTimer>
#include <QWidget>

class QMenu;
class QStackedWidget;

namespace lightwell {

class Banner;
class Button;
class DayHint;
class DetailsPlace;
class EmptyState;
class GalleryCanvas;
class GalleryDetails;
class GalleryEnlarged;
class GalleryFilters;
class MonthScrubber;
class NoHits;
class ProviderKeys;
class SelectionBar;

/// All pictures that were made, by whomever: to find, to look at and to go on from. Only puts its parts together.
class GalleryPage : public QWidget
{
    Q_OBJECT
public:
    GalleryPage(const Services &services, PictureCollection &pictures, const ProviderKeys &keys,
                QWidget *parent = nullptr);

    // What is offered as soon as there is a place for it in the window.
    void setCanCompare(bool can);
    void setCanExport(bool can);
    void setCanReference(bool can);
    void findNeighbours(const QString &generation); ///< of a request that was among those found last
    void noteChanges(); ///< there are other pictures than before: read anew, now or when it is shown
    [[nodiscard]] GalleryModel &model() { return m_model; }
    [[nodiscard]] GallerySelection &selection() { return m_selection; }
    [[nodiscard]] bool arePicturesShown() const; ///< those in sight, and no more is asked of the database

Q_SIGNALS:
    void recallWanted(const lightwell::Request &request, std::optional<qint64> seed, lightwell::Recall what);
    void compareWanted(const QList<lightwell::LibraryEntry> &entries);
    void referenceWanted(const QList<lightwell::LibraryEntry> &entries);
    void dropped(const QList<lightwell::referencefiles::Source> &pictures); ///< to be looked at
    void exportWanted(const QStringList &files);
    void explainWanted(const QString &generation); ///< why it went as it did
    /// The requests beside it in the list, of which it is one, a moment after explainWanted().
    void neighboursFound(const QString &generation, const QStringList &among);
    void startWanted(); ///< where the first picture is made
    void say(lightwell::Meaning meaning, const QString &text);
    void offer(lightwell::Meaning meaning, const QString &text, const QString &action,
               const std::function<void()> &act);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildBody();
    void connectParts();
    void connectChosen();
    void takeDrops();
    void updateFilter();
    void updateChoices();
    void updateBody();
    void updateMonths();
    void updateScrubber();
    void showCurrent();
    void showPlace();
    void goTo(int row);
    void enlarge(int row);
    void closeEnlarged();
    void openMenu(const QPoint &globalPosition);
    void addRecalls(QMenu *menu);
    void addFiles(QMenu *menu);
    void act(KeyAction action);
    void tag();
    void explain(); ///< the picture that the details are of
    void lookClosely(qsizetype count); ///< in the Loupe, at what is meant
    void recall(Recall what);
    void withEntries(std::function<void(const QList<LibraryEntry> &)> then);
    /// What is chosen, or else the picture that has the keyboard.
    [[nodiscard]] QList<LibraryRow> meant() const;
    [[nodiscard]] bool isEnlarged() const;

    const Services m_services;
    PictureCollection &m_pictures;
    GalleryModel m_model;
    GallerySelection m_selection;
    RequestNeighbours m_neighbours;
    TileImages m_images;
    GalleryActions m_actions;
    CellActions m_files;
    GalleryFilters *m_filters;
    Button *m_detailsButton;
    Banner *m_problem;
    QStackedWidget *m_body;
    QWidget *m_pictureRoom; ///< the canvas with what stands over it
    GalleryCanvas *m_canvas;
    MonthScrubber *m_scrubber;
    DayHint *m_day;
    SelectionBar *m_bar;
    EmptyState *m_empty;
    NoHits *m_noHits;
    GalleryEnlarged *m_enlarged;
    GalleryDetails *m_details;
    DetailsPlace *m_detailsPlace;
    QTimer m_refreshSoon;
    bool m_isStale = true; ///< something came while the page was not shown
    bool m_canCompare = false;
    bool m_takesDrops = false;
    bool m_canExport = false;
    bool m_canReference = false;
};

} // namespace lightwell
