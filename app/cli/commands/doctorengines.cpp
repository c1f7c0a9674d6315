// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What `doctor --local` does: looking for engines on this machine.
#include "app/cli/commands/doctor.h"
#include "app/composition.h"
#include "core/discovery/engineoffers.h"
#include "core/discovery/enginesearch.h"
#include "core/wording/enginewording.h"
#include "core/wording/wording.h"
#include "providers/engines.h"

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

void DoctorCommand::checkEngines()
{
    if (!m_looksForEngines) {
        conclude();
        return;
    }
    m_search = new EngineSearch(localEngines(), this);
    connect(m_search, &EngineSearch::finished, this, &DoctorCommand::tellEngines);
    m_search->start(m_app->ownAddresses());
}

void DoctorCommand::tellEngines(const Result<QList<FoundEngine>> &found)
{
    if (!found) {
        add(tr("local engines"), Verdict::Note, wording::sentence(found.error()));
        conclude();
        return;
    }
    for (const FoundEngine &engine : *found) {
        m_engines.append(engine.toJson());
        tellEngine(engine);
    }
    for (const FoundEngine &engine : *found) {
        tellWhereItIsAsked(engine, *found);
    }
    if (found->isEmpty()) {
        add(tr("local engines"), Verdict::Note, tr("none answers on the usual ports of this machine"), u"none"_s);
    }
    if (const Status kept = m_app->keepEngines(*found); !kept) {
        add(tr("local engines"), Verdict::Bad, wording::sentence(kept.error()));
    }
    conclude();
}

void DoctorCommand::tellEngine(const FoundEngine &engine)
{
    const bool isUsable = engine.use == FoundEngine::Use::Pictures;
    const QString name = engine.version.isEmpty() ? engine.name : QString(engine.name + u' ' + engine.version);
    add(name, isUsable ? Verdict::Good : Verdict::Note,
        tr("%1 · %2").arg(engine.address.toString(), wording::engineOffer(engine)),
        u"engine_"_s + engineUseName(engine.use));
}

void DoctorCommand::tellWhereItIsAsked(const FoundEngine &engine, const QList<FoundEngine> &all)
{
    const QUrl asked = m_app->addressOf(engine.provider);
    const auto answersThere = [&](const FoundEngine &other) {
        return other.provider == engine.provider && isSameServer(other.address, asked);
    };
    if (engine.use != FoundEngine::Use::Pictures || std::any_of(all.begin(), all.end(), answersThere)) {
        return;
    }
    if (m_takesAddresses) {
        takeAddress(engine);
    } else {
        add(engine.name, Verdict::Note,
            tr("it is asked at %1, where nobody answers. \"doctor --local --use-addresses\" takes %2 instead.")
                .arg(asked.toString(), engine.address.toString()),
            u"engine_elsewhere"_s);
    }
}

void DoctorCommand::takeAddress(const FoundEngine &engine)
{
    m_app->takeAddress(engine);
    add(engine.name, Verdict::Good, tr("from now on it is asked at %1").arg(engine.address.toString()),
        u"engine_address_taken"_s);
}

void DoctorCommand::interrupt()
{
    if (m_search != nullptr && m_search->isRunning()) {
        m_search->cancel();
    } else {
        Command::interrupt();
    }
}

} // namespace lightwell
