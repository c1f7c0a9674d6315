// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Of the page: how an export goes.
#include "core/async/whendone.h"
#include "core/wording/wording.h"
#include "ui/export/exportfoot.h"
#include "ui/export/exportform.h"
#include "ui/export/exportpage.h"
#include "ui/export/exporttexts.h"
#include "ui/export/targetpanel.h"
#include "ui/texts.h"

#include <QtConcurrentRun>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// On a contact sheet.
QStringList captionOf(const ExportFacts &facts)
{
    QStringList details {facts.provider, texts::size(facts.size),
                         facts.seed ? ExportPage::tr("seed %1").arg(*facts.seed) : QString()};
    details.removeAll(QString());
    return {facts.model.isEmpty() ? facts.name : facts.model, details.join(u" · "_s)};
}

/// What became of those that were not written.
QString othersOf(const ExportRun &run)
{
    QStringList others;
    if (const int failed = run.countOf(ExportOutcome::State::Failed); failed > 0) {
        others.append(ExportPage::tr("%1 failed").arg(failed));
    }
    if (const int skipped = run.countOf(ExportOutcome::State::Skipped); skipped > 0) {
        others.append(ExportPage::tr("%1 skipped").arg(skipped));
    }
    return others.join(u", "_s);
}

} // namespace

ExportJob ExportPage::job() const
{
    const ExportSettings settings = m_form->settings();
    ExportJob job;
    job.files = m_items.files();
    job.folder = m_form->target()->folder();
    job.name = settings.name;
    job.options = settings.options;
    job.caption = captionOf;
    job.recipeInBooks = m_recipeInBooks;
    return job;
}

bool ExportPage::canStart() const
{
    return !m_items.files().isEmpty() && m_form->target()->isValid();
}

/// What is there already is asked about once, before anything is written.
void ExportPage::start()
{
    if ((m_state != State::Ready && m_state != State::Ended) || !canStart()) {
        return;
    }
    setState(State::Checking);
    whenDone(QtConcurrent::run([job = job()] { return takenNames(job); }), this,
             [this, round = m_round](const QStringList &taken) {
                 if (round != m_round) {
                     return;
                 }
                 if (taken.isEmpty()) {
                     begin(ExportExisting::Kept);
                 } else {
                     setState(State::Asking);
                     m_foot->showQuestion(taken);
                 }
             });
}

void ExportPage::begin(ExportExisting existing)
{
    if (m_state != State::Checking && m_state != State::Asking) {
        return;
    }
    ExportJob wanted = job();
    wanted.existing = existing;
    m_items.setStates(ExportItems::State::Waits);
    m_run.forget();
    setState(State::Running);
    m_run.start(wanted);
    updateFoot();
}

void ExportPage::showOutcome(int row, const ExportOutcome &outcome)
{
    using Came = ExportOutcome::State;
    m_items.setState(row,
                     outcome.state == Came::Done          ? ExportItems::State::Done
                         : outcome.state == Came::Skipped ? ExportItems::State::Skipped
                                                          : ExportItems::State::Failed,
                     outcome.bytes, outcome.error ? wording::sentence(*outcome.error) : QString());
}

void ExportPage::end()
{
    for (int row = 0; row < m_run.outcomes().size(); ++row) { // also of those that were never in hand
        showOutcome(row, m_run.outcomes().at(row));
    }
    setState(State::Ended);
    if (isVisible()) {
        return;
    }
    const auto all = static_cast<int>(m_run.outcomes().size());
    const int done = m_run.countOf(ExportOutcome::State::Done);
    const QString text = m_run.isOneFile() && done == all
        ? tr("One file of %1 pictures is written, %2.").arg(done).arg(exporttexts::bytes(m_run.bytesWritten()))
        : done == all
        ? tr("Exported %1 of %2 pictures, %3.").arg(done).arg(all).arg(exporttexts::bytes(m_run.bytesWritten()))
        : tr("Exported %1 of %2 pictures; %3.").arg(done).arg(all).arg(othersOf(m_run));
    Q_EMIT say(m_run.countOf(ExportOutcome::State::Failed) > 0 ? Meaning::Warning : Meaning::Ok, text);
}

/// The nearest thing that can be ended.
void ExportPage::escape()
{
    if (m_state == State::Running) {
        m_run.cancel();
        updateFoot();
    } else if (m_state == State::Asking || m_state == State::Checking) {
        setState(State::Ready);
    } else {
        Q_EMIT left();
    }
}

} // namespace lightwell
