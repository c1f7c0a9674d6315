// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin.h"

namespace lightwell::test {

StandIn::StandIn(const TestServer::Options &options)
    : m_server([this](const Received &request) { return handle(request); }, options)
{
}

StandIn::~StandIn() = default;

} // namespace lightwell::test
