// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/adapter.h"

#include "core/adapter/vendorreasons.h"

namespace lightwell {

std::optional<Result<HttpRequest>> Adapter::signIn(const Credentials &) const
{
    return std::nullopt;
}

SignedIn Adapter::readSignIn(const HttpResponse &) const
{
    return Failed {notSent(ErrorKind::Auth, reasons::keyRefused(info().name))};
}

QList<Interim> Adapter::streamed(const Plan &, const AdapterState &, const StreamEvent &) const
{
    return {};
}

std::optional<HttpRequest> Adapter::resume(const AdapterState &, const Credentials &) const
{
    return std::nullopt;
}

std::optional<HttpRequest> Adapter::cancel(const AdapterState &, const Credentials &) const
{
    return std::nullopt;
}

std::optional<HttpRequest> Adapter::keyCheck(const Credentials &) const
{
    return std::nullopt;
}

std::optional<Error> Adapter::readKeyCheck(const HttpResponse &) const
{
    return std::nullopt;
}

} // namespace lightwell
