// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/providers/jobrun.h"

#include "core/engine/pictureconversation.h"
#include "tests/providers/drive.h"
#include "tests/providers/jobs.h"

namespace lightwell::test {

namespace {
constexpr int kPatience = 30'000;
}

JobRun::JobRun(const Adapter &adapter, const Plan &plan, const Credentials &credentials)
    : m_driver(std::make_unique<CallDriver>(pictureConversation(adapter, plan, plan.calls.value(0), credentials),
                                            m_http, hastyPatience()))
{
    connect(m_driver.get(), &CallDriver::stateChanged, this,
            [this](const AdapterState &state) { m_state = jsonOf(QJsonDocument(state).toJson()); });
    connect(m_driver.get(), &CallDriver::progressed, this,
            [this](const Progress &progress) { m_progress.append(progress); });
    connect(m_driver.get(), &CallDriver::finished, this, [this](const CallOutcome &end) { m_outcome = end; });
}

JobRun &JobRun::start()
{
    m_driver->start();
    return *this;
}

JobRun &JobRun::resume(const AdapterState &state)
{
    m_driver->resume(state);
    return *this;
}

bool JobRun::hasJob()
{
    return QTest::qWaitFor([this] { return !m_state.isEmpty() || m_outcome; }, kPatience) && !m_outcome;
}

CallOutcome JobRun::outcome()
{
    if (QTest::qWaitFor([this] { return m_outcome.has_value(); }, kPatience)) {
        return *m_outcome;
    }
    Error error;
    error.kind = ErrorKind::Internal;
    error.message = QStringLiteral("the call did not end");
    return {error, {}, 0, {}, {}};
}

} // namespace lightwell::test
