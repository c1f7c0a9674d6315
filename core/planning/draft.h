// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/plan.h"
#include "core/planning/fieldnames.h"

#include <optional>

namespace lightwell {

/// A plan in the making. Each step of the planner fills its part and notes what became of the parameters it is
/// responsible for; the first error ends the work.
struct PlanDraft
{
    Plan plan;
    QSize picture; ///< of the first picture, as it goes out; invalid without one, or where it cannot be told

    /// The new picture was to have the shape of a first one that is a link, and the vendor is told some shape, or makes
    /// its usual one.
    bool missesShape = false;

    [[nodiscard]] const Request &request() const { return plan.request; }
    [[nodiscard]] const Offer &offer() const { return plan.offer; }

    /// Whether the offer takes the parameter, but not beside the pictures or the mask that go in
    /// (Wire::notWithPictures).
    [[nodiscard]] bool isLeftOut(const QString &name) const;

    /// The value goes out as it is: passed, or renamed where the vendor's field has another name.
    void pass(const QString &name, const QJsonValue &value, const Reason &reason = {});
    /// Another value goes out than was asked for.
    void convert(const QString &name, const QJsonValue &asked, const QJsonValue &sent, const Reason &reason,
                 const QString &field = {});
    /// The same, and yet something else than what was asked comes out: strict mode refuses it.
    void miss(const QString &name, const QJsonValue &asked, const QJsonValue &sent, const Reason &reason,
              const QString &field = {});
    /// Lightwell does it itself, before or after the vendor.
    void emulate(const QString &name, const QJsonValue &asked, const Reason &reason);
    /// The wish is not met. What isLeftOut() has that for its reason.
    void drop(const QString &name, const QJsonValue &asked, const Reason &reason);
    /// The wish is met without sending anything.
    void satisfy(const QString &name, const QJsonValue &asked, const Reason &reason);
};

using Fault = std::optional<Error>;

/// Whether a picture of the same content comes out, whatever the prompt says: larger, cut out, as a drawing.
[[nodiscard]] bool keepsContent(Operation operation);

/// The steps, in the order in which they run.
/// Fields the caller wrote in the vendor's own words (Request::extra): those that Lightwell plans become parameters of
/// the request or are noted as dropped, so that nothing is bought past the plan, and so are those of other vendors of
/// the catalog (`names`). What is left goes out as it is. An error where a value cannot be meant as it stands.
[[nodiscard]] Fault understandExtra(PlanDraft &draft, const FieldNames &names);
/// Takes the fields off the plan's offer whose parameters isLeftOut() has.
void leaveOutFields(PlanDraft &draft);
/// What the offer or a scale factor says is to be done, where the request does not.
void settleOperation(PlanDraft &draft);
[[nodiscard]] Fault checkOperation(const PlanDraft &draft);
[[nodiscard]] Fault checkRequest(const PlanDraft &draft);
/// What is done to the pictures so that the vendor takes them; an error where nothing helps.
[[nodiscard]] Fault planInputs(PlanDraft &draft);
void noteInputs(PlanDraft &draft);
void planContent(PlanDraft &draft); ///< prompt, pictures
void planSize(PlanDraft &draft);
void planMask(PlanDraft &draft); ///< and in which size what lies outside of it is put back
/// What lies outside a mask can be put back only into a picture of the same shape.
[[nodiscard]] Fault checkPutBack(const PlanDraft &draft);
[[nodiscard]] Fault planOutput(PlanDraft &draft); ///< format, compression, fit
/// How many times as wide and high an upscaler makes every picture: its range of factors is one, and it has no field
/// for it. Nothing: it is asked for, not known, or nothing is made larger.
[[nodiscard]] std::optional<double> fixedFactor(const PlanDraft &draft);
[[nodiscard]] Fault checkTuning(const PlanDraft &draft); ///< numbers the offer does not take
void planTuning(PlanDraft &draft);
void planWords(PlanDraft &draft); ///< quality, style, background, user
void planPreviews(PlanDraft &draft);
void planCalls(PlanDraft &draft); ///< n and seed
void passExtra(PlanDraft &draft); ///< notes what understandExtra() has left

/// "WxH" lists and ranges need a field to send a size in, ratios one for the ratio; without it the model decides.
[[nodiscard]] SizeRule usableRule(const Offer &offer);
/// The tiers that can be asked for.
[[nodiscard]] QList<ResolutionTier> usableTiers(const Offer &offer, const QList<ResolutionTier> &tiers);

/// Drawings (SVG) have no pixels that could be converted, compressed or cut.
[[nodiscard]] bool makesOnlyDrawings(const Offer &offer);

} // namespace lightwell
