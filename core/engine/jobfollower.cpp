// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/jobfollower.h"

#include "core/async/whendone.h"
#include "core/engine/engine.h"
#include "core/journal/journal.h"

#include <QTimer>

namespace lightwell {

JobFollower::JobFollower(Engine &engine, Journal &journal, const Patience &patience, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_journal(journal)
    , m_patience(patience)
{
    connect(&engine, &Engine::generationChanged, this, &JobFollower::look);
}

void JobFollower::look(const Generation &generation)
{
    if (generation.status == GenerationStatus::Running) {
        return;
    }
    const bool outlived = generation.status == GenerationStatus::Unknown && !generation.attempts.isEmpty()
        && generation.attempts.last().hasJob && generation.error && generation.error->kind == ErrorKind::Timeout;
    if (!outlived || ++m_rounds[generation.id] > m_patience.rounds) {
        m_rounds.remove(generation.id);
        return;
    }
    QTimer::singleShot(m_patience.pause, this, [this, id = generation.id] { m_engine.fetchJob(id, this, {}); });
}

void JobFollower::followRecent()
{
    QMetaObject::invokeMethod(this, [this] {
        const QDateTime yesterday = QDateTime::currentDateTimeUtc().addDays(-1);
        whenDone(m_journal.withJobs(yesterday), this, [this](const QStringList &ids) {
            for (const QString &id : ids) {
                m_engine.fetchJob(id, this, {});
            }
        });
    });
}

} // namespace lightwell
