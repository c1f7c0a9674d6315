// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explain/explanation.h"
#include "core/wording/names.h"

/// The short words of an explanation, for window and command line alike.
namespace lightwell::wording {

[[nodiscard]] QString treatmentWord(const PlannedParameter &parameter); ///< "passed", "left out"; "sent unread"
[[nodiscard]] QString fateWord(const ExplainedOffer &offer); ///< "used", "busy", "no key", "not needed"
[[nodiscard]] QString whatWasWrong(ErrorKind kind); ///< "too many calls", in the middle of a line
/// "fal.ai: picture made", "Replicate: too many calls".
[[nodiscard]] QString attemptTitle(const ExplainedAttempt &attempt, const Names &names = {});
/// Why it was made where that is no matter of course, what was wrong, what it cost, for how long the provider wants to
/// be left alone, and what came after it; as sentences. What the provider itself said is vendorAnswer().
[[nodiscard]] QString attemptStory(const ExplainedAttempt &attempt, const Names &names = {});
/// What was done with the pictures: "1536 × 1024, WebP, 214 KB. Converted from PNG by Lightwell."; empty: there are
/// none.
[[nodiscard]] QString keptStory(const Generation &generation);
[[nodiscard]] QString priceItem(const QList<EstimateLine> &lines, qsizetype at); ///< "Pictures", "Words that go in"
[[nodiscard]] QString priceAmount(const EstimateLine &line, const Names &names = {}); ///< "1 × $0.030", "2 MP × $0.030"
[[nodiscard]] QString priceOutcome(const ExplainedPrice &price, const Names &names = {}); ///< "as estimated"
/// "image_size: {"width":1536}", "prompt: the same"; "–" where nothing is sent.
[[nodiscard]] QString sentText(const ExplainedSetting &setting);
[[nodiscard]] QString jsonText(const QJsonValue &value); ///< texts as they are, all else as JSON in one line
/// "3 passed or renamed, 1 converted, 1 left out".
[[nodiscard]] QString treatmentCounts(const Explanation &explanation);

} // namespace lightwell::wording
