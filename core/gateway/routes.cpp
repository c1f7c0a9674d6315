// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/routes.h"

#include <QRegularExpression>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QString withoutSpareSlashes(QString path)
{
    static const QRegularExpression several(u"/{2,}"_s);
    path.replace(several, u"/"_s);
    if (path.size() > 1 && path.endsWith(u'/')) {
        path.chop(1);
    }
    return path;
}

bool isBelow(const QString &path, const QString &prefix)
{
    return path.size() > prefix.size() && path.startsWith(prefix) && path.at(prefix.size()) == u'/';
}

} // namespace

RouteTable::RouteTable(const QList<Mount> &mounts)
    : m_standard(mounts.constFirst().dialect)
    , m_usualPrefix(mounts.constFirst().prefixes.constFirst())
{
    for (const Mount &mount : mounts) {
        for (const QString &prefix : mount.prefixes) {
            if (!prefix.isEmpty()) {
                m_prefixes.emplaceBack(prefix, mount.dialect);
            }
            for (const PathRoute &route : mount.routes) {
                const qsizetype brace = route.pattern.indexOf(u'{');
                const QString fixed = route.pattern.left(brace); // all of it, where there is none
                QString label = mount.prefixes.constFirst() + fixed;
                if (brace >= 0) {
                    label.chop(1); // the slash
                } else {
                    m_exact.insert(prefix + fixed, m_entries.size());
                }
                const QString tail = brace < 0 ? QString() : route.pattern.section(u'}', 1);
                m_entries.push_back({route, mount.dialect, prefix + fixed, tail, brace >= 0, label + tail});
            }
        }
    }
    std::stable_sort(m_prefixes.begin(), m_prefixes.end(),
                     [](const auto &a, const auto &b) { return a.first.size() > b.first.size(); });
}

QStringList RouteTable::spellingsOf(const QString &path) const
{
    QString tidy = withoutSpareSlashes(path);
    for (const auto &[prefix, dialect] : m_prefixes) {
        const QString rest = isBelow(tidy, prefix) ? tidy.mid(prefix.size()) : QString();
        for (const auto &[again, other] : m_prefixes) {
            if (isBelow(rest, again)) {
                tidy = prefix + rest.mid(again.size());
            }
        }
    }
    return {tidy, m_usualPrefix + tidy, tidy.toLower(), m_usualPrefix + tidy.toLower()};
}

RouteTable::Match RouteTable::find(const QString &path) const
{
    const Match written = findAsWritten(path);
    if (written.route) {
        return written;
    }
    const QStringList spellings = spellingsOf(path);
    for (const QString &spelling : spellings) {
        if (const Match meant = findAsWritten(spelling); meant.route) {
            return meant;
        }
    }
    return written;
}

RouteTable::Match RouteTable::findAsWritten(const QString &path) const
{
    if (const auto found = m_exact.constFind(path); found != m_exact.constEnd()) {
        const Entry &entry = m_entries[*found];
        return {&entry.route, entry.dialect, {}, entry.label};
    }
    const Entry *closest = nullptr; // the one that says most about the path
    for (const Entry &entry : m_entries) {
        const qsizetype fixed = entry.start.size() + entry.tail.size();
        const bool fits =
            entry.takesArgument && path.size() > fixed && path.startsWith(entry.start) && path.endsWith(entry.tail);
        if (fits && (!closest || fixed > closest->start.size() + closest->tail.size())) {
            closest = &entry;
        }
    }
    if (closest) {
        const qsizetype length = path.size() - closest->start.size() - closest->tail.size();
        return {&closest->route, closest->dialect, path.mid(closest->start.size(), length), closest->label};
    }
    Match none {nullptr, m_standard, {}, u"(unknown)"_s};
    for (const auto &[prefix, dialect] : m_prefixes) {
        if (path.startsWith(prefix) && (path.size() == prefix.size() || path.at(prefix.size()) == u'/')) {
            none.dialect = dialect;
            break;
        }
    }
    return none;
}

QByteArrayList RouteTable::methodsAt(const QString &path) const
{
    if (const Match match = find(path); match.route) {
        return match.route->methods;
    }
    QByteArrayList all;
    for (const Entry &entry : m_entries) {
        for (const QByteArray &method : entry.route.methods) {
            if (!all.contains(method)) {
                all.append(method);
            }
        }
    }
    return all;
}

} // namespace lightwell
