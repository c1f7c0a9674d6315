// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/arrivals.h"

#include "core/storage/durablefile.h"

#include <QDir>
#include <QFile>

#include <optional>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

QByteArray lineOf(const Arrival &arrival)
{
    const QString cost = arrival.callCost.isKnown() ? QString::number(arrival.callCost.micros()) : u"?"_s;
    const Picture &picture = arrival.picture;
    return u"%1 %2 %3 %4\n"_s.arg(picture.id, formatName(picture.format), sizeToString(picture.size), cost).toLatin1();
}

/// Nothing where it was cut off.
std::optional<Arrival> arrivalIn(const QByteArray &line)
{
    const QStringList words = QString::fromLatin1(line).trimmed().split(u' ');
    const std::optional<ImageFormat> format = formatFromName(words.value(1));
    const std::optional<QSize> size = sizeFromString(words.value(2));
    if (!format || !size || !line.endsWith('\n')) {
        return std::nullopt;
    }
    Arrival arrival;
    arrival.picture.id = words.constFirst();
    arrival.picture.format = *format;
    arrival.picture.size = *size;
    bool isKnown = false;
    const qint64 micros = words.value(3).toLongLong(&isKnown);
    arrival.callCost = isKnown ? Money::fromMicros(micros) : Money::unknown();
    return arrival;
}

} // namespace

Arrivals::Arrivals(QString folder)
    : m_folder(std::move(folder))
{
}

void Arrivals::note(const QString &place, const Arrival &arrival) const
{
    if (!makeDurableFolder(m_folder)) {
        return;
    }
    QFile file(m_folder + u'/' + place);
    if (file.open(QIODevice::WriteOnly | QIODevice::Append, QFile::ReadOwner | QFile::WriteOwner)) {
        file.write(lineOf(arrival));
    }
}

QList<QList<Arrival>> Arrivals::at(const QString &place) const
{
    QList<QList<Arrival>> all;
    const QStringList files = names(place);
    for (const QString &name : files) {
        all.append(atOne(name));
    }
    return all;
}

QList<Arrival> Arrivals::atOne(const QString &place) const
{
    QFile file(m_folder + u'/' + place);
    QList<Arrival> noted;
    if (file.open(QIODevice::ReadOnly)) {
        while (!file.atEnd()) {
            if (const std::optional<Arrival> arrival = arrivalIn(file.readLine())) {
                noted.prepend(*arrival);
            }
        }
    }
    return noted;
}

QStringList Arrivals::notedElsewhere(const QStringList &pictures, const QString &place) const
{
    QStringList found;
    const QStringList files = QDir(m_folder).entryList(QDir::Files);
    for (const QString &name : files) {
        if (name == place || name.startsWith(QString(place + u'.'))) {
            continue;
        }
        const QList<Arrival> noted = atOne(name);
        for (const Arrival &arrival : noted) {
            if (pictures.contains(arrival.picture.id) && !found.contains(arrival.picture.id)) {
                found.append(arrival.picture.id);
            }
        }
    }
    return found;
}

QStringList Arrivals::generations() const
{
    QStringList ids;
    const QStringList files = QDir(m_folder).entryList(QDir::Files);
    for (const QString &file : files) {
        ids.append(file.section(u'.', 0, 0));
    }
    ids.removeDuplicates();
    return ids;
}

void Arrivals::forget(const QString &place) const
{
    const QStringList files = names(place);
    for (const QString &name : files) {
        QFile::remove(m_folder + u'/' + name);
    }
}

void Arrivals::forgetOne(const QString &place) const
{
    QFile::remove(m_folder + u'/' + place);
}

QStringList Arrivals::names(const QString &place) const
{
    return QDir(m_folder).entryList({QString(place + u".*"_s)}, QDir::Files, QDir::Name);
}

} // namespace lightwell
