// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparesession.h"

#include "core/async/whendone.h"
#include "core/media/inputpicture.h"
#include "core/storage/mediastore.h"
#include "ui/imageservice.h"

#include <QtConcurrent/QtConcurrentRun>

namespace lightwell {

namespace {

void keepBill(CompareCell &cell)
{
    if (cell.outcome && cell.wasBilled()) {
        cell.costsBefore.append(cell.outcome->cost);
    }
    cell.mayBeBilledBefore = cell.openBills();
}

} // namespace

CompareSession::CompareSession(ImageService &images, const Catalog &catalog, QObject *parent)
    : QObject(parent)
    , m_images(images)
    , m_catalog(catalog)
    , m_usual(images)
{
    m_clock.start();
    m_ticker.setInterval(200);
    connect(&m_ticker, &QTimer::timeout, this, &CompareSession::ticked);
    images.onEnded(this, [this](const Generation &outcome) { takeLate(outcome); });
    m_usual.measure();
}

int CompareSession::start(const CompareForm &form, const QHash<QString, CompareExpectation> &expected)
{
    return add(runOf(form, expected, m_catalog));
}

int CompareSession::add(CompareRun run)
{
    const int id = m_nextId++;
    run.id = id;
    const auto count = static_cast<int>(run.cells.size());
    m_runs.emplace(id, std::move(run));
    dropOldRuns();
    for (int cell = 0; cell < count; ++cell) {
        begin(id, cell);
    }
    Q_EMIT runAdded(id); // once for all of them: whoever shows many looks at each once
    return id;
}

void CompareSession::startWork(int run, int index, const PictureWork &work)
{
    const CompareCell *from = cell(run, index);
    if (!from || !from->picture()) {
        return;
    }
    const auto reading = QtConcurrent::run([picture = *from->picture()]() -> Result<InputImage> {
        const Result<QByteArray> bytes = MediaStore::bytesOf(picture);
        const Result<QByteArray> prepared = bytes ? preparedInput(*bytes) : bytes; // its recipe stays here
        // Under its own name, by which the gallery knows what was made of it.
        return prepared ? Result<InputImage>(InputImage {*prepared, inputName(picture.id, *prepared)})
                        : prepared.error();
    });
    whenDone(reading, this,
             [this, work, prompt = from->request.prompt,
              project = m_runs.at(run).form.project](const Result<InputImage> &image) {
                 if (image) {
                     CompareRun made = runOf(work, *image, prompt, m_catalog);
                     made.form.project = project;
                     add(std::move(made));
                 } else {
                     Q_EMIT pictureUnreadable(image.error());
                 }
             });
}

void CompareSession::makeReady(CompareCell &cell)
{
    cell.state = CompareCell::State::Queued;
    cell.cancelWished = false;
    cell.progress = {};
    cell.preview.clear();
    cell.previews = 0;
    cell.outcome.reset();
    cell.areWaysAsked = false;
    cell.others.clear();
    cell.nearest.reset();
    cell.startedAt = m_clock.elapsed();
    setUnderWay(m_underWay + 1);
}

void CompareSession::launch(int run, int index)
{
    begin(run, index);
    Q_EMIT cellChanged(run, index);
}

void CompareSession::begin(int run, int index)
{
    CompareCell &cell = m_runs.at(run).cells[index];
    makeReady(cell);
    if (!cell.generation.isEmpty()) {
        cell.earlier.append(cell.generation);
    }
    // The id is known only after the call, the answers come only after it: a shared place joins the two.
    const auto generation = std::make_shared<QString>();
    *generation = m_images.generate(
        cell.request, m_runs.at(run).form.project, this,
        [this, run, index, generation](const Generation &outcome) { finish(run, index, *generation, outcome); },
        [this, run, index, generation](const Progress &progress) { goOn(run, index, *generation, progress); });
    cell.generation = *generation;
}

void CompareSession::refetchJob(int run, int index)
{
    const CompareCell *old = cell(run, index);
    if (!old || old->isUnderWay()) {
        return;
    }
    makeReady(m_runs.at(run).cells[index]);
    follow(run, index);
    Q_EMIT cellChanged(run, index);
}

void CompareSession::follow(int run, int index)
{
    const QString id = m_runs.at(run).cells.at(index).generation;
    m_images.follow(
        id, this, [this, run, index, id](const Generation &outcome) { finish(run, index, id, outcome); },
        [this, run, index, id](const Progress &progress) { goOn(run, index, id, progress); });
}

void CompareSession::goOn(int run, int index, const QString &generation, const Progress &progress)
{
    const auto found = m_runs.find(run);
    if (found == m_runs.end()) {
        return;
    }
    CompareCell &changed = found->second.cells[index];
    if (changed.generation == generation && changed.isUnderWay()) {
        changed.state =
            progress.stage == Progress::Stage::Queued ? CompareCell::State::Queued : CompareCell::State::Running;
        changed.progress = progress;
        if (!progress.preview.isEmpty()) {
            changed.preview = progress.preview;
            ++changed.previews;
        }
        Q_EMIT cellChanged(run, index);
    }
}

void CompareSession::finish(int run, int index, const QString &generation, const Generation &outcome)
{
    setUnderWay(m_underWay - 1);
    const auto found = m_runs.find(run);
    if (found == m_runs.end()) {
        return;
    }
    CompareCell &cell = found->second.cells[index];
    if (cell.generation != generation) {
        return;
    }
    cell.outcome = outcome;
    cell.preview.clear();
    cell.state = stateOf(outcome.status);
    if (cell.before) {
        settle(cell);
    }
    Q_EMIT cellChanged(run, index);
    Q_EMIT pictureFinished(outcome);
}

/// Between the picture before and what the retry came to.
void CompareSession::settle(CompareCell &cell)
{
    if (cell.picture()) {
        cell.costsBefore.append(cell.before->cost);
        cell.before.reset();
    } else if (!cell.hasJob()) {
        const CompareCell ended = cell;
        keepBill(cell);
        cell.outcome = std::exchange(cell.before, std::nullopt);
        cell.state = CompareCell::State::Done;
        cell.cancelWished = false;
        Q_EMIT pictureStayed(ended);
    }
}

void CompareSession::cancel(int run, int index)
{
    const auto found = m_runs.find(run);
    if (found == m_runs.end() || index < 0 || index >= found->second.cells.size()) {
        return;
    }
    CompareCell &cell = found->second.cells[index];
    if (cell.isUnderWay() && !cell.cancelWished) {
        cell.cancelWished = true;
        Q_EMIT cellChanged(run, index);
        m_images.cancel(cell.generation);
    }
}

void CompareSession::cancelAll()
{
    for (const int id : runs()) {
        for (int index = 0; index < m_runs.at(id).cells.size(); ++index) {
            cancel(id, index);
        }
    }
}

void CompareSession::retry(int run, int index, const std::optional<CellWay> &otherwise)
{
    const CompareCell *old = cell(run, index);
    if (!old || old->isUnderWay() || old->isLost) {
        return;
    }
    CompareCell &again = m_runs.at(run).cells[index];
    ++again.tries;
    if (again.picture()) {
        again.before = again.outcome;
    } else {
        keepBill(again);
    }
    if (otherwise) {
        again.request = otherwise->request;
        again.expected = otherwise->expected;
    }
    launch(run, index);
}

CompareSession::Removal CompareSession::removeFinishedRuns(Keep keep)
{
    Removal done;
    m_awaited.clear();
    std::map<int, CompareRun> gone;
    QList<int> oldestFirst = runs();
    std::reverse(oldestFirst.begin(), oldestFirst.end());
    for (const int id : std::as_const(oldestFirst)) { // none becomes the newest on its way out
        const CompareRun &run = m_runs.at(id);
        if (run.isUnderWay()) {
            continue;
        }
        if (keep == Keep::WhatIsOnlyHere && run.holdsUnsaved()) {
            ++done.kept;
            continue;
        }
        ++done.removed;
        gone.insert(m_runs.extract(id));
        Q_EMIT runRemoved(id);
    }
    if (!gone.empty()) { // what was cleared last can be brought back, also after a click that cleared nothing
        m_removed = std::move(gone);
    }
    return done;
}

void CompareSession::restoreRemoved()
{
    while (!m_removed.empty()) {
        const int id = m_removed.rbegin()->first;
        m_runs.insert(m_removed.extract(id));
        Q_EMIT runAdded(id);
    }
}

void CompareSession::setOff(int id, int index, bool off)
{
    const CompareCell *it = cell(id, index);
    if (!it || it->isUnderWay() || it->isOff == off) {
        return;
    }
    QList<CompareCell> &cells = m_runs.at(id).cells;
    const auto shown = std::count_if(cells.cbegin(), cells.cend(), [](const CompareCell &cell) { return !cell.isOff; });
    if (off && shown == 1) {
        m_removed.clear();
        m_removed.insert(m_runs.extract(id));
        Q_EMIT runRemoved(id);
        return;
    }
    cells[index].isOff = off;
    Q_EMIT cellChanged(id, index);
}

bool CompareSession::holdsUnsaved() const
{
    return std::any_of(m_runs.cbegin(), m_runs.cend(), [](const auto &entry) { return entry.second.holdsUnsaved(); });
}

void CompareSession::noteSaved(const QString &picture, const QString &file)
{
    for (auto &[id, run] : m_runs) {
        for (int index = 0; index < run.cells.size(); ++index) {
            CompareCell &cell = run.cells[index];
            const bool isThis = cell.picture() && cell.picture()->id == picture;
            if (isThis || (!cell.savedPicture.isEmpty() && cell.savedFile == file)) {
                cell.savedPicture = isThis ? picture : QString();
                cell.savedFile = isThis ? file : QString();
                Q_EMIT cellChanged(id, index);
            }
        }
    }
}

void CompareSession::dropOldRuns()
{
    const QList<int> ids = runs();
    for (int position = keptRuns; position < ids.size(); ++position) {
        const CompareRun &run = m_runs.at(ids.at(position));
        if (!run.isUnderWay() && !run.holdsUnsaved()) {
            m_runs.erase(ids.at(position));
            Q_EMIT runRemoved(ids.at(position));
        }
    }
}

QList<int> CompareSession::runs() const
{
    QList<int> ids;
    for (const auto &[id, run] : m_runs) {
        ids.prepend(id);
    }
    return ids;
}

const CompareRun *CompareSession::run(int id) const
{
    const auto found = m_runs.find(id);
    return found == m_runs.end() ? nullptr : &found->second;
}

const CompareCell *CompareSession::cell(int id, int index) const
{
    const CompareRun *owner = run(id);
    return owner && index >= 0 && index < owner->cells.size() ? &owner->cells.at(index) : nullptr;
}

qint64 CompareSession::elapsed(const CompareCell &cell) const
{
    return cell.isUnderWay() ? m_clock.elapsed() - cell.startedAt : cell.tookMilliseconds();
}

CompareSummary CompareSession::summary() const
{
    CompareSummary sum;
    const QList<int> ids = runs();
    for (const int id : ids) {
        for (const CompareCell &cell : m_runs.at(id).cells) {
            if (id != ids.constFirst() && !cell.isUnderWay()) {
                continue;
            }
            sum.add(cell, elapsed(cell));
        }
    }
    return sum;
}

void CompareSession::setUnderWay(int count)
{
    const bool wasBusy = isBusy();
    m_underWay = count;
    if (isBusy() != wasBusy) {
        isBusy() ? m_ticker.start() : m_ticker.stop();
        if (!isBusy()) {
            m_usual.measure();
        }
        Q_EMIT busyChanged(isBusy());
    }
}

} // namespace lightwell
