package be.zeef.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.packing.DeliveryHead;
import be.zeef.packing.DeliveryLine;
import be.zeef.packing.FileSink;
import be.zeef.packing.LineSource;
import be.zeef.packing.Packer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Goes through its lines twice, as packers do; what it read the second time is the delivery. */
class Recording implements Packer {
    private final List<String> told;

    Recording(List<String> told) {
        this.told = told;
    }

    void betweenTheReadings() {}

    @Override
    public String series() {
        return "TEST";
    }

    @Override
    public Packed pack(DeliveryHead head, LineSource lines, FileSink sink) {
        List<String> checked = new ArrayList<>();
        lines.each(line -> checked.add(line.id()));
        betweenTheReadings();
        lines.each((DeliveryLine line) -> told.add(line.id()));
        assertThat(told).isEqualTo(checked);
        return new Packed(head.name(), List.of(), told.size(), Map.of());
    }
}
