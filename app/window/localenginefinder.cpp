// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/localenginefinder.h"

#include "app/composition.h"
#include "core/discovery/enginesearch.h"
#include "providers/engines.h"

namespace lightwell {

LocalEngineFinder::LocalEngineFinder(Composition &app, QObject *parent)
    : EngineFinder(parent)
    , m_app(app)
{
    connect(&app, &Composition::catalogChanged, this, &EngineFinder::changed);
}

QList<FoundEngine> LocalEngineFinder::engines() const
{
    return m_app.engines();
}

QUrl LocalEngineFinder::addressOf(const QString &provider) const
{
    return m_app.addressOf(provider);
}

void LocalEngineFinder::search()
{
    if (m_search != nullptr) {
        return;
    }
    m_search = new EngineSearch(localEngines(), this);
    connect(m_search, &EngineSearch::progressed, this, &EngineFinder::progressed);
    connect(m_search, &EngineSearch::finished, this, &LocalEngineFinder::took);
    m_search->start(m_app.ownAddresses());
}

void LocalEngineFinder::took(const Result<QList<FoundEngine>> &found)
{
    m_search->deleteLater();
    m_search = nullptr;
    Q_EMIT ended(found ? m_app.keepEngines(*found) : Status(found.error()));
}

void LocalEngineFinder::cancel()
{
    if (m_search != nullptr) {
        m_search->cancel();
    }
}

void LocalEngineFinder::takeAddress(const FoundEngine &engine)
{
    m_app.takeAddress(engine);
}

} // namespace lightwell
