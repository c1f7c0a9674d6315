// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/comparerun.h"
#include "ui/compare/picturework.h"

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
    /// Makes something of the picture of a cell, as a run of its own below which the others move.
    void startWork(int run, int cell, const PictureWork &work);
    void cancel(int run, int cell);
    void cancelAll();
    /// For the job of a generation that ended without its picture; costs nothing.
    void askAgain(int run, int cell);
    /// The same request again, as a new generation. A picture that is there stays until the new one comes.
    void retry(int run, int cell);
    enum class Keep { WhatIsOnlyHere, Nothing };
    struct Removal
    {
        int removed = 0; ///< runs; restoreRemoved() brings them back
        int kept = 0; ///< ended runs with pictures that lie in no file
    };
    Removal removeFinishedRuns(Keep keep);
    void restoreRemoved(); ///< those of the last removal
    [[nodiscard]] bool canRestore() const { return !m_removed.empty(); }
    [[nodiscard]] bool holdsUnsaved() const; ///< some picture lies in no file
    /// By its id: a person has put it into a file of their own, and whatever was in that file before is there no more.
    void noteSaved(const QString &picture, const QString &file);

    [[nodiscard]] QList<int> runs() const; ///< newest first
    [[nodiscard]] const CompareRun *run(int id) const;
    [[nodiscard]] const CompareCell *cell(int run, int cell) const;
    [[nodiscard]] qint64 elapsed(const CompareCell &cell) const; ///< milliseconds, running or ended
    /// How long such a picture took so far, by this computer's own calls of the offer, in milliseconds; 0: nobody
    /// knows.
    [[nodiscard]] qint64 usual(const CompareCell &cell) const;
    [[nodiscard]] CompareSummary summary() const; ///< of the newest run and of whatever is still under way
    [[nodiscard]] bool isBusy() const { return m_underWay > 0; }

Q_SIGNALS:
    void pictureUnreadable(const lightwell::Error &error); ///< the file of a picture something was to be made of
    /// A retry ended without a picture, and the one before is back in its place.
    void pictureStayed(const lightwell::CompareCell &ended);
    void runAdded(int run);
    void runRemoved(int run);
    void cellChanged(int run, int cell);
    void busyChanged(bool busy);
    void ticked(); ///< a few times a second while anything is under way
    void pictureFinished(const lightwell::Generation &outcome); ///< money may have moved, a key been refused

private:
    int add(CompareRun run);
    void makeReady(CompareCell &cell);
    void launch(int run, int cell);
    void goOn(int run, int cell, const QString &generation, const Progress &progress);
    void finish(int run, int cell, const QString &generation, const Generation &outcome);
    void settle(CompareCell &cell);
    void setUnderWay(int count);
    void dropOldRuns();
    void measure();

    ImageService &m_images;
    const Catalog &m_catalog;
    std::map<int, CompareRun> m_runs;
    std::map<int, CompareRun> m_removed;
    QHash<QPair<QString, QString>, qint64> m_usual; ///< milliseconds by provider and its id of the model
    QElapsedTimer m_clock;
    QTimer m_ticker;
    int m_nextId = 1;
    int m_underWay = 0;
};

} // namespace lightwell
