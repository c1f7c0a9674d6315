// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/pictureconversation.h"

#include "core/adapter/ownserver.h"
#include "core/adapter/withoutkey.h"
#include "core/media/maskchannel.h"
#include "core/net/inputlink.h"

#include <QRandomGenerator>

#include <algorithm>

namespace lightwell {

namespace {

constexpr qint64 drawnSeeds = 0xffff'ffff; // short enough to be written down
constexpr qsizetype largeInputs = 256LL * 1024; // bytes

/// At a server of the user's own one is always named: some make the same picture again where none is (ComfyUI), others
/// do not tell which one they drew. Adapters know no chance, so it is drawn here.
PlannedCall withSeed(PlannedCall call, const Offer &offer, const ProviderInfo &vendor)
{
    if (!call.seed && offer.supports(QStringLiteral("seed")) && isOwnServer(vendor)) {
        const qint64 most = offer.maxSeed > 0 ? std::min(offer.maxSeed, drawnSeeds) : drawnSeeds;
        call.seed = QRandomGenerator::global()->bounded(std::max<qint64>(1, most - call.n));
    }
    return call;
}

std::shared_ptr<const Plan> asVendorSeesIt(const std::shared_ptr<const Plan> &plan)
{
    const bool isSeenWhole = !plan->request.mask || plan->offer.supports(QStringLiteral("mask"));
    return isSeenWhole ? plan : std::make_shared<const Plan>(planForVendor(*plan));
}

class PictureConversation : public Conversation
{
public:
    PictureConversation(const Adapter &adapter, const std::shared_ptr<const Plan> &plan, PlannedCall call,
                        Credentials credentials, const Clock &clock)
        : m_adapter(adapter)
        , m_clock(clock)
        , m_putBack(plan->output.keepsOutsideMask ? plan->request.mask : std::nullopt)
        , m_plan(asVendorSeesIt(plan))
        , m_call(withSeed(call, m_plan->offer, adapter.info()))
        , m_credentials(std::move(credentials))
        , m_linkSecrets(inputlink::secretsOf(m_plan->request))
    {
    }

    [[nodiscard]] ProviderInfo vendor() const override { return m_adapter.info(); }
    [[nodiscard]] QUrl ownAddress() const override { return m_credentials.baseUrl; }
    [[nodiscard]] bool beginsSlowly() const override
    {
        qsizetype size = 0;
        for (const InputImage &image : m_plan->request.images) {
            size += image.bytes.size();
        }
        return m_putBack || m_plan->request.mask || size >= largeInputs; // masks are decoded
    }
    [[nodiscard]] Step begin() const override
    {
        if (m_putBack) { // before anybody is paid for a mask of no use
            const Result<QImage> painted = paintedChannel(readMask(m_putBack->bytes));
            if (!painted) {
                return Failed {painted.error()};
            }
        }
        return m_adapter.begin(*m_plan, m_call, credentials());
    }
    [[nodiscard]] Step advance(const AdapterState &state, const HttpResponse &response) const override
    {
        return withoutKey(m_adapter.advance(*m_plan, state, response, credentials()),
                          secretsOf(m_adapter.info(), m_credentials) + m_linkSecrets);
    }
    [[nodiscard]] QList<Interim> streamed(const AdapterState &state, const StreamEvent &event) const override
    {
        return m_adapter.streamed(*m_plan, state, event);
    }
    [[nodiscard]] std::optional<HttpRequest> resume(const AdapterState &state) const override
    {
        return m_adapter.resume(state, credentials());
    }
    [[nodiscard]] std::optional<HttpRequest> cancel(const AdapterState &state) const override
    {
        return m_adapter.cancel(state, credentials());
    }

private:
    [[nodiscard]] Credentials credentials() const
    {
        Credentials now = m_credentials;
        now.now = m_clock.now();
        return now;
    }

    const Adapter &m_adapter;
    const Clock &m_clock;
    const std::optional<InputImage> m_putBack; ///< the mask outside of which the picture is put back
    const std::shared_ptr<const Plan> m_plan;
    const PlannedCall m_call;
    const Credentials m_credentials;
    const QByteArrayList m_linkSecrets; ///< vendors name the link that they could not fetch
};

} // namespace

Plan planForVendor(Plan plan)
{
    if (!plan.offer.supports(QStringLiteral("mask"))) {
        plan.request.mask.reset();
    }
    return plan;
}

std::shared_ptr<const Conversation> pictureConversation(const Adapter &adapter, const Plan &plan,
                                                        const PlannedCall &call, const Credentials &credentials,
                                                        const Clock &clock)
{
    return pictureConversation(adapter, std::make_shared<const Plan>(plan), call, credentials, clock);
}

std::shared_ptr<const Conversation> pictureConversation(const Adapter &adapter, const std::shared_ptr<const Plan> &plan,
                                                        const PlannedCall &call, const Credentials &credentials,
                                                        const Clock &clock)
{
    return std::make_shared<PictureConversation>(adapter, plan, call, credentials, clock);
}

} // namespace lightwell
