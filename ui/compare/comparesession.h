// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/comparerun.h"
#include "ui/compare/keptrun.h"
#include "ui/compare/picturework.h"
#include "ui/compare/usualtimes.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <map>

namespace lightwell {

class Catalog;
class ImageService;

/// The runs of the Compare page and their cells, without a widget: pages show it and may come and go.
class CompareSession : public QObject
{
    Q_OBJECT
public:
    static constexpr int keptRuns = 12;
    CompareSession(ImageService &images, const Catalog &catalog, QObject *parent = nullptr);

    /// Starts one generation for each model and row. Models that take a seed get one of our own where the form
    /// has none, so that the rows differ and each picture can be made again.
    int start(const CompareForm &form, const QHash<QString, CompareExpectation> &expected = {});
    /// What a model that is added to a run is asked: the same prompt, seed and settings as the others. Nothing: it has
    /// several pictures of each, was made of a picture, has as many models as fit, or has that one.
    [[nodiscard]] std::optional<Request> requestFor(int run, const QString &model) const;
    [[nodiscard]] bool takesMore(int run) const; ///< models
    /// Adds it, as one picture more; the others stay as they are.
    void addModel(int run, const QString &model, const CellWay &way);
    /// Makes something of the picture of a cell, as a run of its own below which the others move.
    void startWork(int run, int cell, const PictureWork &work);
    void cancel(int run, int cell);
    void cancelAll();
    /// For the job of a generation that ended without its picture; costs nothing.
    void refetchJob(int run, int cell);
    /// The same request again, or another in its place, as a new generation. A picture that is there stays until the
    /// new one comes.
    void retry(int run, int cell, const std::optional<CellWay> &otherwise = {});
    /// Asks once what else could bring the picture of a cell that has ended without one; spends nothing.
    void findWays(int run, int cell);
    enum class Keep { WhatIsOnlyHere, Nothing };
    struct Removal
    {
        int removed = 0; ///< runs; restoreRemoved() brings them back
        int kept = 0; ///< ended runs with pictures that lie in no file
    };
    Removal removeFinishedRuns(Keep keep);
    void restoreRemoved(); ///< those of the last removal
    /// Takes a cell that has ended off the page, or puts it back. With its last one a run goes, as by a removal.
    void setOff(int run, int cell, bool off);
    [[nodiscard]] bool canRestore() const { return !m_removed.empty(); }
    [[nodiscard]] bool holdsUnsaved() const; ///< some picture lies in no file
    /// By its id: a person has put it into a file of their own, and whatever was in that file before is there no more.
    void noteSaved(const QString &picture, const QString &file);

    /// Brings back the runs of an earlier session, newest first, in the places before all that come. What still runs is
    /// followed in its cell; nothing is begun.
    void restore(const QList<KeptRun> &runs);
    [[nodiscard]] QList<KeptRun> kept() const; ///< what restore() takes

    [[nodiscard]] QList<int> runs() const; ///< newest first
    [[nodiscard]] const CompareRun *run(int id) const;
    [[nodiscard]] const CompareCell *cell(int run, int cell) const;
    [[nodiscard]] qint64 elapsed(const CompareCell &cell) const; ///< milliseconds, running or ended
    /// How long such a picture took so far, by this computer's own calls of the offer, in milliseconds; 0: nobody
    /// knows.
    [[nodiscard]] qint64 usual(const CompareCell &cell) const { return m_usual.of(cell); }
    [[nodiscard]] CompareSummary summary() const; ///< of the newest run and of whatever is still under way
    [[nodiscard]] bool isBusy() const { return m_underWay > 0; }

Q_SIGNALS:
    void pictureUnreadable(const lightwell::Error &error); ///< the file of a picture something was to be made of
    /// A retry ended without a picture, and the one before is back in its place.
    void pictureStayed(const lightwell::CompareCell &ended);
    void runAdded(int run);
    void runRemoved(int run);
    void cellAdded(int run); ///< behind the others
    void cellChanged(int run, int cell);
    void waysFound(int run, int cell); ///< after findWays()
    void busyChanged(bool busy);
    void ticked(); ///< a few times a second while anything is under way
    void pictureFinished(const lightwell::Generation &outcome); ///< money may have moved, a key been refused

private:
    int add(CompareRun run);
    void makeReady(CompareCell &cell);
    void begin(int run, int cell);
    void launch(int run, int cell); ///< begins it, and tells of it
    void follow(int run, int cell);
    void insertKept(int id, const QHash<QString, Generation> &found);
    void takeLate(const Generation &outcome);
    void goOn(int run, int cell, const QString &generation, const Progress &progress);
    void finish(int run, int cell, const QString &generation, const Generation &outcome);
    void settle(CompareCell &cell);
    void setUnderWay(int count);
    void dropOldRuns();

    ImageService &m_images;
    const Catalog &m_catalog;
    std::map<int, CompareRun> m_runs;
    std::map<int, CompareRun> m_removed;
    std::map<int, KeptRun> m_awaited; ///< of an earlier session, still being read
    UsualTimes m_usual;
    QElapsedTimer m_clock;
    QTimer m_ticker;
    int m_nextId = 1;
    int m_underWay = 0;
};

} // namespace lightwell
