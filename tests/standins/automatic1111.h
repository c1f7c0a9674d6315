// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/vendorstandin.h"

namespace lightwell::test {

/// Stable Diffusion WebUI's API under /sdapi/v1, or Forge's: pictures, upscaling, the lists of what there is. It takes
/// an unknown checkpoint in silence, as they do, and paints with the one it has loaded.
///
/// Points to script: "txt2img", "img2img", "extra-single-image", and the lists by their names.
class Automatic1111StandIn : public VendorStandIn
{
public:
    void setForge(bool forge) { m_forge = forge; }
    void setApi(bool on) { m_api = on; } ///< false: started without --api
    void setUser(const QByteArray &userAndPassword) { m_user = userAndPassword; }
    void setGrid(bool grid) { m_grid = grid; } ///< a sheet of all pictures comes first
    [[nodiscard]] QJsonObject lastBody() const { return m_body; }
    [[nodiscard]] static QString checkpoint() { return QStringLiteral("dreamshaper_8.safetensors [879db523c3]"); }

protected:
    [[nodiscard]] QString pointOf(const Received &request) const override;
    [[nodiscard]] Reply answer(const Received &request, const QString &point) override;

private:
    [[nodiscard]] Reply refuse(int status, const QString &detail) const;
    [[nodiscard]] std::optional<Reply> list(const QString &point) const;
    [[nodiscard]] std::optional<Reply> fault(const QJsonObject &body, const QString &point);
    [[nodiscard]] Reply paint(const QJsonObject &body);
    [[nodiscard]] Reply upscale(const QJsonObject &body);

    bool m_forge = false;
    bool m_api = true;
    bool m_grid = false;
    QByteArray m_user;
    QJsonObject m_body;
};

} // namespace lightwell::test
