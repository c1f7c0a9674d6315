// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/leftovers.h"

#include "app/cli/terminal.h"
#include "core/engine/engine.h"
#include "core/wording/wording.h"

#include <QTimer>

#include <utility>

namespace lightwell {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 60s;

} // namespace

Leftovers::Leftovers(Engine &engine, Terminal &terminal, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_terminal(terminal)
{
    connect(&engine, &Engine::generationChanged, this, &Leftovers::tell);
}

void Leftovers::takeUp()
{
    m_engine.resumeUnfinished(Origin::Kind::CommandLine);
}

void Leftovers::finish(const std::function<void()> &then)
{
    m_then = then;
    if (m_engine.running() == 0) {
        stopWaiting();
        return;
    }
    m_terminal.message(tr("Waiting for a request that was interrupted earlier. Ctrl+C leaves it for the next time."));
    // The news of the last one is still on its way when the engine says so; it comes first.
    connect(&m_engine, &Engine::idle, this, &Leftovers::stopWaiting, Qt::QueuedConnection);
    QTimer::singleShot(patience, this, &Leftovers::stopWaiting);
}

void Leftovers::stopWaiting()
{
    if (const auto then = std::exchange(m_then, {})) {
        then();
    }
}

void Leftovers::tell(const Generation &generation)
{
    if (generation.status == GenerationStatus::Running || m_own.contains(generation.id)) {
        return;
    }
    QStringList paths;
    for (const Picture &picture : generation.pictures) {
        paths.append(picture.path);
    }
    const QString what = tr("A request that was interrupted earlier (%1, \"%2\")")
                             .arg(generation.id, generation.request.prompt.left(60));
    if (!paths.isEmpty()) {
        m_terminal.message(tr("%1 is done: %2").arg(what, paths.join(u", "_s)));
    } else {
        m_terminal.message(
            tr("%1 ended without a picture. %2").arg(what, wording::sentence(generation.error.value_or(Error()))));
    }
}

} // namespace lightwell
