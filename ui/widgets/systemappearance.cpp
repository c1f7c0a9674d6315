// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/systemappearance.h"

#include <QGuiApplication>
#include <QPalette>
#include <QStyleHints>
#include <QVariant>

#ifdef LIGHTWELL_HAS_DBUS
#include "ui/widgets/portalsettings.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#endif

namespace lightwell {

using namespace Qt::StringLiterals;

#ifdef LIGHTWELL_HAS_DBUS
struct SystemAppearance::Portal
{
    PortalSettings settings;
};
#else
struct SystemAppearance::Portal
{
};
#endif

SystemAppearance::SystemAppearance(QObject *parent)
    : QObject(parent)
{
    readPortal();
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &SystemAppearance::changed);
#endif
}

SystemAppearance::~SystemAppearance() = default;

bool SystemAppearance::isDark() const
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
    if (scheme != Qt::ColorScheme::Unknown) {
        return scheme == Qt::ColorScheme::Dark;
    }
#endif
    return m_portalDark.value_or(m_paletteDark);
}

void SystemAppearance::setPalette(const QPalette &palette)
{
    m_paletteDark = palette.color(QPalette::Window).lightness() < 128;
}

#ifdef LIGHTWELL_HAS_DBUS
void SystemAppearance::readPortal()
{
    if (!QDBusConnection::sessionBus().isConnected()) {
        return;
    }
    m_portal = std::make_unique<Portal>();
    const QString group = u"org.freedesktop.appearance"_s;
    connect(&m_portal->settings, &PortalSettings::SettingChanged, this,
            [this, group](const QString &changedGroup, const QString &key, const QDBusVariant &value) {
                if (changedGroup == group) {
                    setFromPortal(key, value.variant());
                }
            });
    for (const QString &key : {u"color-scheme"_s, u"accent-color"_s}) {
        auto *watcher = new QDBusPendingCallWatcher(m_portal->settings.read(group, key), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, key](QDBusPendingCallWatcher *call) {
            const QDBusPendingReply<QDBusVariant> reply(*call);
            if (!reply.isError()) {
                setFromPortal(key, reply.value().variant());
            }
            call->deleteLater();
        });
    }
}

void SystemAppearance::setFromPortal(const QString &key, const QVariant &value)
{
    // Read() wraps its answer twice.
    const QVariant inner = value.canConvert<QDBusVariant>() ? value.value<QDBusVariant>().variant() : value;
    if (key == "color-scheme"_L1) {
        const uint scheme = inner.toUInt(); // 0 no preference, 1 dark, 2 light
        m_portalDark = scheme == 0 ? std::nullopt : std::optional(scheme == 1);
    } else if (key == "accent-color"_L1 && inner.canConvert<QDBusArgument>()) {
        const auto argument = inner.value<QDBusArgument>();
        double red = -1;
        double green = -1;
        double blue = -1;
        argument.beginStructure();
        argument >> red >> green >> blue;
        argument.endStructure();
        const auto valid = [](double c) { return c >= 0 && c <= 1; };
        m_accent = valid(red) && valid(green) && valid(blue) ? std::optional(
                       QColor::fromRgbF(static_cast<float>(red), static_cast<float>(green), static_cast<float>(blue)))
                                                             : std::nullopt;
    } else {
        return;
    }
    Q_EMIT changed();
}
#else
void SystemAppearance::readPortal()
{
}
void SystemAppearance::setFromPortal(const QString &, const QVariant &)
{
}
#endif

} // namespace lightwell
