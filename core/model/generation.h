// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/callnotes.h"
#include "core/model/plan.h"
#include "core/model/routeplace.h"

#include <QDateTime>
#include <QJsonArray>

namespace lightwell {

/// A picture as it lies in the media store, or in memory where no disk would take it.
struct Picture
{
    QString id; ///< content address; names the file
    ImageFormat format = ImageFormat::Png;
    QSize size;
    qint64 bytes = 0;
    QString path; ///< absolute; empty: it lies in no file
    QByteArray content; ///< its bytes, only if it lies in no file; goes with this value and is never stored
    std::optional<qint64> seed; ///< the seed really used, if the vendor tells it
    QString revisedPrompt;

    [[nodiscard]] QJsonObject toJson() const;
    friend bool operator==(const Picture &, const Picture &) = default;
};

enum class GenerationStatus {
    Running,
    Completed,
    Failed,
    Cancelled,
    Unknown, ///< the outcome is not known and may have been billed
};

[[nodiscard]] QString statusName(GenerationStatus status); ///< "running", "completed", …
[[nodiscard]] GenerationStatus statusFromName(const QString &name);

/// Error::code of a generation that has its pictures, but whose cost a vendor told as nobody would believe it.
inline constexpr const char costDoubtedCode[] = "COST_DOUBTED";
/// The same where it is booked, but is so far beyond the estimate that a person should look at it.
inline constexpr const char costQuestionedCode[] = "COST_QUESTIONED";

/// The same where a vendor's safety checker marked a picture that is there all the same.
inline constexpr const char pictureFlaggedCode[] = "PICTURE_FLAGGED";

/// What a person put right in the books, and what stood there before.
struct CostCorrection
{
    QDateTime at;
    QString by; ///< the user's name on this computer; empty: not known
    QString state; ///< of the ledger's entry before: "settled", "kept", …; empty: there was none
    Money from;
    Money to;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static CostCorrection fromJson(const QJsonObject &object);
    friend bool operator==(const CostCorrection &, const CostCorrection &) = default;
};

/// One plan tried at one provider.
struct Attempt
{
    // Out of line: see Offer.
    Attempt();
    Attempt(const Attempt &);
    Attempt(Attempt &&) noexcept;
    Attempt &operator=(const Attempt &);
    Attempt &operator=(Attempt &&) noexcept;
    ~Attempt();

    QString provider;
    QString providerModel;
    GenerationStatus status = GenerationStatus::Unknown;
    QDateTime startedAt;
    QDateTime endedAt;
    Money cost; ///< as far as the vendor or its price list tells
    /// What the vendor's figures come to where that is to be looked at: nobody would believe it, and the cost is
    /// unknown (see isBelievable); or it is booked as the cost, but far beyond the estimate (see isFarBeyond).
    Money doubtedCost;
    std::optional<Error> error;
    bool hasJob = false; ///< it ended without its pictures, but the vendor has a job that can be asked for once more
    bool settledByHand = false; ///< a person said what it cost
    QList<CostCorrection> corrections; ///< each time a person did, oldest first
    QJsonArray usage = {}; ///< the vendor's own counters, one object a call that told any
    QString key = {}; ///< the name of the key it was made with, by which a job is asked for again; empty: it has none
    Reason why = {}; ///< it was made (core/engine/attemptreasons.h)
    Reason after = {}; ///< why it was or was not the last; none: it succeeded, or runs
    AnswerNotes about = {}; ///< the vendor's answer

    /// It is booked, but nobody has said yet whether so large a bill is right.
    [[nodiscard]] bool isBillQuestioned() const { return doubtedCost.isKnown() && cost.isKnown() && !settledByHand; }
    [[nodiscard]] QJsonObject toJson() const;
    friend bool operator==(const Attempt &, const Attempt &) = default;
};

/// Who asked: the window, the command line, or a program at the gateway.
struct Origin
{
    enum class Kind { Window, CommandLine, Gateway };
    Kind kind = Kind::CommandLine;
    QString client; ///< the gateway client's id; empty elsewhere
    /// By which the client's repetitions of the same call are known, in hexadecimal digits; not part of what is shown.
    QString keyHash = {}; ///< of its Idempotency-Key; empty: it sent none
    QString fingerprint = {}; ///< of everything that shapes the result; empty: it does not repeat its calls
    QString project = {}; ///< what it is for, in the user's words (isProjectName()); empty: nothing in particular
    bool acceptsUnknownPrice = false; ///< whoever asks was told that nobody knows the price; not stored
    CallNotes notes = {}; ///< of a gateway client's call

    friend bool operator==(const Origin &, const Origin &) = default;
};

/// The outcome of one request.
struct Generation
{
    // Out of line: see Offer.
    Generation();
    Generation(const Generation &);
    Generation(Generation &&) noexcept;
    Generation &operator=(const Generation &);
    Generation &operator=(Generation &&) noexcept;
    ~Generation();

    QString id; ///< "gen_…", also the request id a client sees
    Request request;
    Origin origin;
    std::optional<Plan> plan; ///< the plan that was carried out last
    GenerationStatus status = GenerationStatus::Unknown;
    QList<Picture> pictures;
    QList<Attempt> attempts;
    Money estimate;
    Money cost;
    QDateTime createdAt;
    QDateTime endedAt;
    std::optional<Error> error;
    bool isBookingOwed = false; ///< its end is not in the books yet; not stored
    QList<Reason> notices = {}; ///< what a person should hear beside the outcome (a budget's warning); not stored
    QList<RoutePlace> route = {}; ///< the order of attempts, whether they were needed or not; not stored

    /// It brought nothing and it certainly cost nothing: whoever asks again pays for the first time.
    [[nodiscard]] bool endedForFree() const;
    friend bool operator==(const Generation &, const Generation &) = default;
};

/// What can be told while a generation runs.
struct Progress
{
    enum class Stage { Queued, Sending, Waiting, Downloading, Converting };
    Stage stage = Stage::Queued;
    std::optional<double> fraction; ///< 0 to 1, only where the vendor tells it
    std::optional<int> queuePosition;
    QString provider;
    int attempt = 1;
    QByteArray preview = {}; ///< a sketch of the picture, encoded; empty: there is no new one
    QString text = {}; ///< the words that have come since the last one, where words are made

    friend bool operator==(const Progress &, const Progress &) = default;
};

} // namespace lightwell
