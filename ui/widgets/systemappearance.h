// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QObject>

#include <memory>
#include <optional>

class QPalette;

namespace lightwell {

/// What the desktop says about light, dark and its accent colour, and when that changes. Asks Qt where it knows
/// (6.5 and later) and the desktop portal; else the palette of the platform's theme decides.
class SystemAppearance : public QObject
{
    Q_OBJECT
public:
    explicit SystemAppearance(QObject *parent = nullptr);
    ~SystemAppearance() override;

    [[nodiscard]] bool isDark() const;
    [[nodiscard]] std::optional<QColor> accent() const { return m_accent; } ///< nothing: the desktop has none
    /// The platform's own palette, untouched by us.
    void setPalette(const QPalette &palette);

Q_SIGNALS:
    void changed();

private:
    void readPortal();
    void setFromPortal(const QString &key, const QVariant &value);
    struct Portal;
    std::unique_ptr<Portal> m_portal;
    std::optional<bool> m_portalDark;
    bool m_paletteDark = false;
    std::optional<QColor> m_accent;
};

} // namespace lightwell
