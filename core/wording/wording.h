// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"
#include "core/wording/names.h"

/// Where reasons become sentences: the one table of them, in small files by the room whose codes they word. Only the
/// edges use it: the window, the command line, the gateway.
namespace lightwell::wording {

/// The sentence for a person, translated. A code this version does not know (of an older or a newer journal) is named
/// with its values; no reason is no sentence.
[[nodiscard]] QString sentence(const Reason &reason, const Names &names = {});
/// What happened and what to do.
[[nodiscard]] QString sentence(const Error &error, const Names &names = {});
/// The same in the window, where the way to change something stands beside it as a button, or is another one.
[[nodiscard]] QString sentenceAtWindow(const Error &error, const Names &names = {});

/// The vendor's own words where they are to stand beside the sentence; empty where it has them in it.
[[nodiscard]] QString detailBeside(const Error &error);

/// What a provider answered, in its own terms: its status, its code and those of its words that the sentence does not
/// quote ("429 rate_limit_exceeded: slow down"). Never translated; empty where nobody answered. Keys are taken out
/// where an answer is read.
[[nodiscard]] QString vendorAnswer(const Error &error);

/// Whether the sentence already tells what is known about the bill.
[[nodiscard]] bool saysBilling(const Error &error);

/// For programs: {"code", "message"}.
[[nodiscard]] QJsonObject toldJson(const Reason &reason, const Names &names = {});
/// The same as toJson(), for programs: reasons as sentences.
[[nodiscard]] QJsonObject toldJson(const PlannedParameter &parameter, const Names &names = {});
[[nodiscard]] QJsonObject toldJson(const Error &error, const Names &names = {});
[[nodiscard]] QJsonObject toldJson(const Attempt &attempt, const Names &names = {});

} // namespace lightwell::wording
