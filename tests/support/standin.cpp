// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin.h"

namespace lightwell::test {

StandIn::StandIn()
    : m_server([this](const Received &request) { return handle(request); })
{
}

StandIn::~StandIn() = default;

} // namespace lightwell::test
