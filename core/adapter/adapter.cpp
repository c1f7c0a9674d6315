// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/adapter.h"

namespace lightwell {

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
