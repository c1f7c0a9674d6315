// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"
#include "core/transport/httpclient.h"

/// What a person is told of a call that did not bring its pictures, with what it means for the bill. Pure.
namespace lightwell::callerrors {

[[nodiscard]] Error cancelledBeforeSending();
/// The connection broke, or we broke it.
[[nodiscard]] Error lost(const Error &reason, const ProviderInfo &vendor, Billing billing, bool cancelled);
[[nodiscard]] Error outOfTime(const ProviderInfo &vendor, Billing billing, bool cancelled);
/// Of a question before anything was paid for: certainly free, whatever its adapter thinks of paid ones.
[[nodiscard]] Error unpaid(Error error, const ProviderInfo &vendor);
/// Nothing answers there, however often it is asked: the address leads to another one.
[[nodiscard]] bool leadsElsewhere(const Error &error);
/// The picture is there, and its link does not yield it.
[[nodiscard]] Error notFetched(const HttpResult &result, const ProviderInfo &vendor);
/// Adds that its link is kept, and until when it holds where that is known.
void tellKept(Error &error, const ProviderInfo &vendor, const QList<ProducedMedia> &media);
/// Adds where what came is kept, for whoever knows how to open it.
void tellAnswerKept(Error &error, const QString &path);
/// Whether what was answered last is to be kept: it may be what was paid for, though nobody could read it.
[[nodiscard]] bool keepsAnswer(const Error &error, bool isToPaidRequest);
/// The key is refused where it was taken before: the job goes on, and nobody can ask for it now.
[[nodiscard]] Error mayNotAsk(const Error &reason, const ProviderInfo &vendor);
[[nodiscard]] Error cannotBeStopped(const ProviderInfo &vendor);
/// A call of an earlier run whose end the vendor does not tell.
[[nodiscard]] Error cannotBeAskedFor(const ProviderInfo &vendor);
/// Beside the pictures that are there.
[[nodiscard]] Error fewerThanAsked(int made, int asked);
/// An adapter asks for something that would be paid twice.
[[nodiscard]] Error sentAlready();

} // namespace lightwell::callerrors
