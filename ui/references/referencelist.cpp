// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/references/referencelist.h"

#include "core/async/whendone.h"

#include <QFileInfo>

#include <algorithm>

namespace lightwell {

namespace {

void replaceIn(QList<Reference> &list, int ticket, const std::optional<Reference> &by)
{
    const auto found =
        std::find_if(list.begin(), list.end(), [ticket](const Reference &it) { return it.ticket == ticket; });
    if (found == list.end()) {
        return;
    }
    if (!by) {
        list.erase(found);
        return;
    }
    const ImageRole role = found->role; // it may have been given one meanwhile
    *found = *by;
    found->role = role;
    found->ticket = 0;
}

} // namespace

ReferenceList::ReferenceList(QString folder, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
{
}

void ReferenceList::set(const QList<Reference> &references)
{
    if (references == m_all) {
        return;
    }
    m_all = references;
    m_before.clear();
    for (Reference &it : m_all) {
        const bool isThere = it.isReady() && !it.bytes.isEmpty();
        if (!isThere && it.ticket == 0) {
            readAgain(it);
        }
    }
    Q_EMIT changed();
}

void ReferenceList::readAgain(Reference &reference)
{
    reference.state = Reference::State::Reading;
    reference.ticket = ++m_lastTicket;
    whenDone(referencefiles::readAgain(reference, m_folder), this,
             [this, kept = reference](const Result<Reference> &again) {
                 Reference it = again ? *again : kept;
                 if (!again) {
                     it.state = Reference::State::Missing;
                 }
                 replace(kept.ticket, it);
                 if (!again) {
                     Q_EMIT missing(kept.name);
                 } else if (kept.mask && !it.mask) {
                     Q_EMIT maskMissing(kept.name);
                 }
             });
}

bool ReferenceList::hasRoom()
{
    if (m_all.size() < most) {
        return true;
    }
    Q_EMIT tooMany();
    return false;
}

void ReferenceList::add(const referencefiles::Source &source, Recipe recipe)
{
    if (!hasRoom()) {
        return;
    }
    remember();
    Reference reading;
    reading.name = source.name.isEmpty() ? QFileInfo(source.path).fileName() : source.name;
    reading.ticket = ++m_lastTicket;
    m_all.append(reading);
    const auto claims = recipe == Recipe::Offered ? referencefiles::Claims::Wanted : referencefiles::Claims::Unwanted;
    whenDone(referencefiles::read(source, m_folder, claims, m_inBooks), this,
             [this, reading, recipe](const Result<referencefiles::Found> &found) { finish(reading, found, recipe); });
    Q_EMIT changed();
}

void ReferenceList::finish(const Reference &reading, const Result<referencefiles::Found> &found, Recipe recipe)
{
    const bool hasRecipe = found && recipe == Recipe::Offered && found->claims.recipe;
    const bool isThere = found && placeOf(found->reference.id) >= 0;
    if (!found || hasRecipe || isThere) {
        replace(reading.ticket, std::nullopt);
    }
    if (!found) {
        Q_EMIT refused(reading.name, found.error());
    } else if (hasRecipe) {
        Q_EMIT recipeFound(found->reference, found->claims);
    } else if (isThere) {
        Q_EMIT alreadyThere(found->reference.name);
    } else {
        replace(reading.ticket, found->reference);
        Q_EMIT claimsFound(found->reference, found->claims);
    }
}

void ReferenceList::add(const Reference &reference)
{
    if (placeOf(reference.id) >= 0) {
        Q_EMIT alreadyThere(reference.name);
    } else if (hasRoom()) {
        remember();
        m_all.append(reference);
        Q_EMIT changed();
    }
}

void ReferenceList::replace(int ticket, const std::optional<Reference> &by)
{
    replaceIn(m_all, ticket, by);
    for (QList<Reference> &step : m_before) {
        replaceIn(step, ticket, by);
    }
    for (qsizetype step = m_before.size() - 1; step >= 0; --step) { // what was not added cannot be undone
        const QList<Reference> &next = step + 1 < m_before.size() ? m_before.at(step + 1) : m_all;
        if (m_before.at(step) == next) {
            m_before.removeAt(step);
        }
    }
    Q_EMIT changed();
}

void ReferenceList::remember()
{
    m_before.append(m_all);
    if (m_before.size() > undoSteps) {
        m_before.removeFirst();
    }
}

void ReferenceList::remove(qsizetype place)
{
    if (place >= 0 && place < m_all.size()) {
        remember();
        m_all.removeAt(place);
        Q_EMIT changed();
    }
}

void ReferenceList::move(qsizetype from, qsizetype to)
{
    if (from >= 0 && from < m_all.size() && to >= 0 && to < m_all.size() && from != to) {
        remember();
        m_all.move(from, to);
        Q_EMIT changed();
    }
}

void ReferenceList::setRole(qsizetype place, ImageRole role)
{
    if (place >= 0 && place < m_all.size() && m_all.at(place).role != role) {
        remember();
        m_all[place].role = role;
        Q_EMIT changed();
    }
}

void ReferenceList::setMask(const QString &id, const std::optional<PaintedMask> &mask)
{
    const auto give = [&id, &mask](QList<Reference> &list) {
        for (Reference &it : list) {
            it.mask = it.id == id ? mask : it.mask;
        }
    };
    give(m_all);
    std::for_each(m_before.begin(), m_before.end(), give);
    Q_EMIT changed();
}

void ReferenceList::undo()
{
    if (canUndo()) {
        m_all = m_before.takeLast();
        Q_EMIT changed();
    }
}

qsizetype ReferenceList::placeOf(const QString &id) const
{
    const auto found =
        std::find_if(m_all.cbegin(), m_all.cend(), [&id](const Reference &it) { return it.id == id && it.isReady(); });
    return found == m_all.cend() ? -1 : std::distance(m_all.cbegin(), found);
}

bool ReferenceList::isReading() const
{
    return std::any_of(m_all.cbegin(), m_all.cend(),
                       [](const Reference &it) { return it.state == Reference::State::Reading; });
}

bool ReferenceList::isAnyMissing() const
{
    return std::any_of(m_all.cbegin(), m_all.cend(),
                       [](const Reference &it) { return it.state == Reference::State::Missing; });
}

} // namespace lightwell
