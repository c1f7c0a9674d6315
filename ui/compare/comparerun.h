// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"
#include "ui/compare/cellways.h"
#include "ui/compare/compareform.h"
#include "ui/compare/picturework.h"

#include <QHash>

#include <algorithm>

namespace lightwell {

/// One picture that was asked for: one generation, and a place in the grid.
struct CompareCell
{
    enum class State {
        Queued, ///< nothing was heard of it yet
        Running,
        Done,
        Failed,
        Cancelled,
        Unknown, ///< ended, but nobody knows whether it was made and billed
    };
    QString model;
    Request request;
    QString generation; ///< the engine's id
    QStringList earlier; ///< of earlier tries
    CompareExpectation expected;
    State state = State::Queued;
    bool cancelWished = false; ///< asked to stop, and maybe ended since, in whatever way
    Progress progress;
    QByteArray preview; ///< the newest sketch of a picture under way, encoded
    int previews = 0; ///< that came so far
    qint64 startedAt = 0; ///< on the session's own clock, in milliseconds
    int tries = 1; ///< manual ones
    std::optional<Generation> outcome; ///< once it has ended
    std::optional<Generation> before; ///< of an earlier try, with a picture that stays until another one comes
    bool isOff = false; ///< a person took it off the page; what it cost still counts
    bool isLost = false; ///< nothing is known of it any more: its record is gone or damaged
    QString savedPicture; ///< the id of the one that a person has put into a file of their own
    QString savedFile; ///< that file
    QList<Money> costsBefore; ///< of earlier tries that were billed, without that one
    QList<Money> mayBeBilledBefore; ///< what earlier tries were to cost of which nobody knows the bill
    // Of one that failed, once they were asked for:
    bool areWaysAsked = false;
    QList<CellWay> others; ///< the same at each provider that has the model, in the order they would be tried
    std::optional<CellWay> nearest; ///< what was refused, as near as it is taken

    [[nodiscard]] bool isUnderWay() const { return state == State::Queued || state == State::Running; }
    [[nodiscard]] bool hasFailed() const
    {
        return state == State::Failed || (state == State::Unknown && !cancelWished);
    }
    /// It has ended and was billed, for all that is known (what is free was billed with nothing).
    [[nodiscard]] bool wasBilled() const
    {
        return state == State::Done || (outcome && outcome->error && outcome->error->billing == Billing::Billed);
    }
    [[nodiscard]] bool mayBeBilled() const
    {
        return !isUnderWay() && state != State::Done && outcome && outcome->error
            && outcome->error->billing == Billing::MayBeBilled;
    }
    /// The provider still has the job: asking for it costs nothing.
    [[nodiscard]] bool hasJob() const
    {
        return outcome && !outcome->attempts.isEmpty() && outcome->attempts.constLast().hasJob;
    }
    [[nodiscard]] const Picture *picture() const
    {
        return outcome && !outcome->pictures.isEmpty() ? &outcome->pictures.constFirst() : nullptr;
    }
    /// Its picture lies in no file: whoever lets go of this value loses it.
    [[nodiscard]] bool isOnlyHere() const
    {
        return picture() && !picture()->content.isEmpty() && picture()->id != savedPicture;
    }
    [[nodiscard]] qint64 tookMilliseconds() const; ///< of an ended one
    [[nodiscard]] QList<Money> openBills() const; ///< what may be billed, as it was expected: a price a try
};

struct CompareColumn
{
    QString model;
    QString name;
    QString maker;
    QString note;
};

/// One click on Generate: models side by side, pictures below each other.
struct CompareRun
{
    int id = 0;
    CompareForm form;
    QDateTime startedAt;
    QList<CompareColumn> columns;
    QList<CompareCell> cells; ///< row by row
    Operation operation = Operation::Create; ///< others were made of a picture

    [[nodiscard]] QString title() const; ///< the prompt, and what was done

    [[nodiscard]] bool isUnderWay() const
    {
        return std::any_of(cells.cbegin(), cells.cend(), [](const CompareCell &cell) { return cell.isUnderWay(); });
    }
    [[nodiscard]] bool holdsUnsaved() const
    {
        return std::any_of(cells.cbegin(), cells.cend(), [](const CompareCell &cell) { return cell.isOnlyHere(); });
    }
    [[nodiscard]] int shown() const; ///< cells that are not off the page
    [[nodiscard]] double shape() const; ///< width over height: as it was asked, else that which most pictures have
    [[nodiscard]] int rows() const { return columns.isEmpty() ? 0 : static_cast<int>(cells.size() / columns.size()); }
    [[nodiscard]] int index(int row, int column) const { return row * static_cast<int>(columns.size()) + column; }
};

[[nodiscard]] CompareColumn columnOf(const Catalog &catalog, const QString &slug);
/// What becomes of an ended generation in its cell.
[[nodiscard]] CompareCell::State stateOf(GenerationStatus status);

/// Before it has an id and anything is under way. Models that take a seed get one of our own where the form has none,
/// so that the rows differ and each picture can be made again.
[[nodiscard]] CompareRun runOf(const CompareForm &form, const QHash<QString, CompareExpectation> &expected,
                               const Catalog &catalog);
/// One picture, made of `image`, which was made of `prompt`.
[[nodiscard]] CompareRun runOf(const PictureWork &work, const InputImage &image, const QString &prompt,
                               const Catalog &catalog);

/// How things stand, for the line above the grid.
struct CompareSummary
{
    int cells = 0;
    int done = 0;
    int failed = 0; ///< failed, or of unknown outcome
    int underWay = 0;
    qint64 milliseconds = 0; ///< since the first of them began, or what they took together
    QList<Money> mayBeBilled; ///< ended without a picture, and nobody knows the bill: as it was expected
    QList<Money> costs; ///< of all that was billed
    QList<Money> underWayPrices; ///< as expected, of what still runs
    void add(const CompareCell &cell, qint64 tookMilliseconds); ///< so far, or in all
};

} // namespace lightwell
